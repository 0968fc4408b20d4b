/** What makes the offline file move: the presentation by keys, and the row behind a number. */

/** Runs in any browser of the last years, asks nobody, and the file reads without it. */
export const SCRIPT = `
(function () {
  var screens = [].slice.call(document.querySelectorAll('.screen'))
  var at = -1, box = document.getElementById('evidence-box'), typed = '', timer = 0
  function show(n) {
    at = Math.max(0, Math.min(screens.length - 1, n))
    screens.forEach(function (s, i) { s.hidden = i !== at })
    document.body.classList.add('presenting')
    document.getElementById('count').textContent = (at + 1) + ' / ' + screens.length
    if (box.open) box.close()
    screens[at].querySelector('h2').focus()
  }
  function leave() {
    at = -1
    document.body.classList.remove('presenting', 'blank')
    screens.forEach(function (s) { s.hidden = true })
  }
  function evidence() {
    if (box.open) return box.close()
    var list = box.querySelector('div')
    list.textContent = ''
    screens[at].dataset.evidence.split(' ').forEach(function (id) {
      var cell = id && document.getElementById(id)
      if (!cell) return
      var heads = cell.closest('table').querySelectorAll('thead th'), dl = document.createElement('dl')
      ;[].forEach.call(cell.closest('tr').children, function (c, i) {
        if (!c.textContent) return
        var dt = document.createElement('dt'), dd = document.createElement('dd')
        dt.textContent = heads[i].textContent; dd.textContent = c.textContent
        dl.append(dt, dd)
      })
      list.append(dl)
    })
    if (!list.children.length) list.textContent = 'No single figure stands on this screen.'
    box.showModal()
  }
  document.getElementById('present').addEventListener('click', function () { show(0) })
  document.addEventListener('keydown', function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey) return
    if (at < 0) return
    var k = e.key
    if (/^[0-9]$/.test(k)) {
      typed += k; clearTimeout(timer)
      timer = setTimeout(function () { var n = Number(typed); typed = ''; if (n > 0) show(n - 1) }, 500)
    } else if (k === 'ArrowRight' || k === 'ArrowDown' || k === 'PageDown' || k === ' ') show(at + 1)
    else if (k === 'ArrowLeft' || k === 'ArrowUp' || k === 'PageUp') show(at - 1)
    else if (k === 'Home') show(0)
    else if (k === 'End') show(screens.length - 1)
    else if (k === 'b' || k === 'B') document.body.classList.toggle('blank')
    else if (k === 'e' || k === 'E') evidence()
    else if (k === 'f' || k === 'F') document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
    else if (k === 'Escape') { if (box.open) return; leave() }
    else return
    e.preventDefault()
  })
})()
`
