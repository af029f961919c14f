-- base/tasks: what a task is about, by the number that people know, and the moment at which the law ends it.
ALTER TABLE tasks_asked ADD COLUMN about TEXT;
ALTER TABLE tasks_asked ADD COLUMN end_at INTEGER;
