CREATE TABLE `alias_choice` (
	`kind` text NOT NULL,
	`alias` text NOT NULL,
	`target` text NOT NULL,
	`chosen_at` text NOT NULL,
	`chosen_by` text NOT NULL,
	PRIMARY KEY(`kind`, `alias`)
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `credential` (
	`id` integer PRIMARY KEY NOT NULL,
	`user` integer NOT NULL,
	`kind` text NOT NULL,
	`hash` text NOT NULL,
	`label` text NOT NULL,
	`scope` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	`revoked_at` text,
	FOREIGN KEY (`user`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `credential_hash_unique` ON `credential` (`hash`);--> statement-breakpoint
CREATE INDEX `credential_by_user` ON `credential` (`user`);--> statement-breakpoint
CREATE TABLE `import_file` (
	`sha256` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import_job` (
	`id` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`layout` text,
	`edition` text NOT NULL,
	`published` text,
	`state` text NOT NULL,
	`digest` text NOT NULL,
	`plan` text NOT NULL,
	`ticks` text NOT NULL,
	`release` integer,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`committed_at` text,
	`committed_by` text,
	FOREIGN KEY (`source`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`release`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mapping` (
	`source` text PRIMARY KEY NOT NULL,
	`mapping` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`source`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `promise_event` (
	`id` integer PRIMARY KEY NOT NULL,
	`promise` text NOT NULL,
	`area` text NOT NULL,
	`date` text NOT NULL,
	`what` text NOT NULL,
	`evidence` text NOT NULL,
	`url` text NOT NULL,
	`trust` text NOT NULL,
	`by` text NOT NULL,
	`on` text NOT NULL,
	`withdrawn_on` text
);
--> statement-breakpoint
CREATE TABLE `promise_override` (
	`id` integer PRIMARY KEY NOT NULL,
	`promise` text NOT NULL,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`on` text NOT NULL,
	`ended_on` text
);
--> statement-breakpoint
CREATE TABLE `promise_question` (
	`id` integer PRIMARY KEY NOT NULL,
	`promise` text NOT NULL,
	`kind` text NOT NULL,
	`to` text NOT NULL,
	`asked_on` text NOT NULL,
	`due_on` text NOT NULL,
	`answered_on` text,
	`note` text NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `user` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password` text,
	`created_at` text NOT NULL,
	`disabled_at` text,
	`failed_count` integer DEFAULT 0 NOT NULL,
	`locked_until` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_name_unique` ON `user` (`name`);