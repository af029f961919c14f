//! The portal's listener. People who are none of ours come here; the cookie that is read holds a citizen's session
//! and never one of ours, whose host is another.

use super::guests::Side;
use crate::base::identity::Brakes;

pub const SIDE: Side = Side {
    first: "/inbox",
    url: |app| app.config.portal.address(),
    opens: |route| route.portal,
    brake: Brakes::address,
    anonymous: false,
};
