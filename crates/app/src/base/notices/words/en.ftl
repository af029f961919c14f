notices-menu = Notices
notices-title = Notices to you
notices-empty = You have no notices.
notices-unread = { $count ->
    [one] { $count } unread notice.
   *[other] { $count } unread notices.
 }
notices-read-all = Mark all as read
notices-read-one = Mark as read
notices-new = New
notices-outbox-menu = Notices sent
notices-outbox-title = Notices sent
notices-outbox-lead = Who was told, and what kind of notice it was. The content is not shown here.
notices-no-server = No mail server is configured. Notices wait here, and people see them under Notices.
notices-outbox-empty = No notice has been made yet.
notices-outbox-count = { $count ->
    [one] { $count } notice
   *[other] { $count } notices
 }
notices-to = Recipient
notices-at = Made
notices-kind = Kind
notices-mail = Mail
notices-mail-waiting = Waiting
notices-mail-sent = Sent
notices-mail-failed = Failed
notices-mail-none = No address
notices-nobody = A person no longer known
