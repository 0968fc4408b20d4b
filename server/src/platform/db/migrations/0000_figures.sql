CREATE TABLE `loaded_file` (
	`path` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `observation` (
	`series` integer NOT NULL,
	`date` text NOT NULL,
	`release` integer NOT NULL,
	`value` real,
	`missing` text,
	`trust` text NOT NULL,
	`flags` text NOT NULL,
	`cell` text NOT NULL,
	`raw` text,
	`note` text,
	PRIMARY KEY(`series`, `date`, `release`),
	FOREIGN KEY (`series`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`release`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "value_or_reason" CHECK(("observation"."value" is null) <> ("observation"."missing" is null))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `observation_by_release` ON `observation` (`release`);--> statement-breakpoint
CREATE TABLE `register_row` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`record` text NOT NULL,
	PRIMARY KEY(`kind`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `release` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`source` text NOT NULL,
	`edition` text NOT NULL,
	`published` text,
	`known_from` text NOT NULL,
	`read_on` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`url` text NOT NULL,
	`note` text NOT NULL,
	`added_at` text NOT NULL,
	`added_by` text NOT NULL,
	`withdrawn_at` text,
	`withdrawn_by` text,
	FOREIGN KEY (`source`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `release_slug_unique` ON `release` (`slug`);--> statement-breakpoint
CREATE INDEX `release_by_source` ON `release` (`source`);--> statement-breakpoint
CREATE TABLE `series` (
	`id` integer PRIMARY KEY NOT NULL,
	`metric` text NOT NULL,
	`basis` text NOT NULL,
	`area` text NOT NULL,
	`source` text NOT NULL,
	FOREIGN KEY (`source`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `series_identity` ON `series` (`metric`,`basis`,`area`,`source`);--> statement-breakpoint
CREATE TABLE `source` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`publisher` text NOT NULL,
	`url` text NOT NULL,
	`licence` text NOT NULL,
	`kind` text NOT NULL,
	`cadence` text NOT NULL,
	`lag` integer,
	`next_due` text,
	`trust` text NOT NULL,
	`covers` text NOT NULL,
	`lacks` text NOT NULL
);
