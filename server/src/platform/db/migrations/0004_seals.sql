ALTER TABLE `audit` ADD `hash` text;--> statement-breakpoint
ALTER TABLE `release` ADD `digest` text;