//! Any bytes from a child: refused, or parts that are the same when they are sent again.
#![no_main]

use extract::wire;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Some(parts) = wire::decode(data) {
        assert_eq!(wire::decode(&wire::encode(&parts)).as_ref(), Some(&parts));
    }
});
