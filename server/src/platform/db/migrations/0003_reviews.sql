CREATE TABLE `review` (
	`id` integer PRIMARY KEY NOT NULL,
	`quarter` text NOT NULL,
	`edition` integer NOT NULL,
	`state` text NOT NULL,
	`as_of` text NOT NULL,
	`commentary` text NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text NOT NULL,
	`edited_at` text NOT NULL,
	`edited_by` text NOT NULL,
	`checked_at` text,
	`checked_by` text,
	`checked_sha256` text,
	`published_at` text,
	`published_by` text,
	`frozen` text,
	`sha256` text,
	`withdrawn_at` text,
	`withdrawn_by` text,
	`withdrawn_why` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_edition` ON `review` (`quarter`,`edition`);--> statement-breakpoint
CREATE TABLE `review_action` (
	`id` integer PRIMARY KEY NOT NULL,
	`review` integer NOT NULL,
	`text` text NOT NULL,
	`owner` text NOT NULL,
	`due` text,
	`evidence` text NOT NULL,
	`done_on` text,
	`carried_from` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`review`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_action_by_review` ON `review_action` (`review`);