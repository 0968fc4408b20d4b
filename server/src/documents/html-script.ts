/** What makes the offline file move: the presentation by keys, its notes, the row behind a number. */

/**
 * Runs in any browser of the last years, asks nobody, and the file reads without it. `#present`
 * after the file's name begins with the first screen.
 */
export const SCRIPT = `
(function () {
  var screens = [].slice.call(document.querySelectorAll('.screen'))
  var at = -1, box = document.getElementById('evidence-box'), keys = document.getElementById('keys-box')
  var typed = '', timer = 0, side = null, began = 0
  function show(n) {
    at = Math.max(0, Math.min(screens.length - 1, n))
    screens.forEach(function (s, i) { s.hidden = i !== at })
    document.body.classList.add('presenting')
    document.body.classList.remove('blank')
    document.getElementById('count').textContent = (at + 1) + ' of ' + screens.length
    if (box.open) box.close()
    if (keys.open) keys.close()
    screens[at].querySelector('h2').focus()
    scrollTo(0, 0)
    tell()
  }
  function leave() {
    at = -1
    document.body.classList.remove('presenting', 'blank')
    screens.forEach(function (s) { s.hidden = true })
    if (document.fullscreenElement) document.exitFullscreen()
  }
  function toggle(dialog) { dialog.open ? dialog.close() : dialog.showModal() }
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
    if (!list.children.length) list.textContent = 'No single figure is shown on this screen.'
    box.showModal()
  }
  function notes() {
    side = window.open('', 'muster-notes', 'popup,width=900,height=700')
    if (!side) return
    began = began || Date.now()
    side.document.title = 'Notes'
    side.document.documentElement.lang = 'en-GB'
    if (!side.document.getElementById('clock')) {
      var style = side.document.createElement('style')
      style.textContent = 'body{font:20px/1.4 system-ui,sans-serif;margin:1.5rem;color:#0b0c0c}'
      side.document.head.append(style)
      side.document.body.innerHTML = '<p><span id="place"></span> <span id="clock" role="timer"></span></p><h1></h1><div id="words"></div><h2>Next</h2><p id="next"></p>'
      side.document.addEventListener('keydown', press)
    }
    tell()
  }
  function tell() {
    if (!side || side.closed || at < 0) return
    var d = side.document, next = screens[at + 1]
    d.getElementById('place').textContent = (at + 1) + ' of ' + screens.length
    d.querySelector('h1').textContent = screens[at].querySelector('h2').textContent
    d.getElementById('words').innerHTML = screens[at].querySelector('template').innerHTML
    d.getElementById('next').textContent = next ? next.querySelector('h2').textContent : 'This is the last screen.'
  }
  setInterval(function () {
    if (!side || side.closed) return
    var s = Math.floor((Date.now() - began) / 1000)
    side.document.getElementById('clock').textContent = Math.floor(s / 60) + ':' + ('0' + s % 60).slice(-2)
  }, 1000)
  function press(e) {
    if (e.ctrlKey || e.metaKey || e.altKey) return
    if (at < 0) return
    var k = e.key
    if ((k === ' ' || k === 'Enter') && e.target.closest && e.target.closest('button, a, summary')) return
    if (/^[0-9]$/.test(k)) {
      typed += k; clearTimeout(timer)
      timer = setTimeout(function () { var n = Number(typed); typed = ''; if (n > 0) show(n - 1) }, 500)
    } else if (k === 'ArrowRight' || k === 'ArrowDown' || k === 'PageDown' || k === ' ') show(at + 1)
    else if (k === 'ArrowLeft' || k === 'ArrowUp' || k === 'PageUp') show(at - 1)
    else if (k === 'Home') show(0)
    else if (k === 'End') show(screens.length - 1)
    else if (k === 'b' || k === 'B' || k === '.') document.body.classList.toggle('blank')
    else if (k === 'e' || k === 'E') evidence()
    else if (k === 'n' || k === 'N') notes()
    else if (k === '?') toggle(keys)
    else if (k === 'f' || k === 'F') document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
    else if (k === 'Escape') {
      if (box.open || keys.open) return
      if (document.body.classList.contains('blank')) document.body.classList.remove('blank')
      else leave()
    }
    else return
    e.preventDefault()
  }
  document.getElementById('present').addEventListener('click', function () { show(0) })
  document.addEventListener('keydown', press)
  if (location.hash === '#present') show(0)
})()
`
