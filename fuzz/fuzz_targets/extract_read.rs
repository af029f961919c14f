//! Any bytes as any kind of file: an answer within the limits, places that exist, and no panic of our own code. A
//! parser of others may panic: that is caught, and costs its own part alone.
#![no_main]

use std::sync::Once;

use extract::{Content, Limits, Part, Reason, Tool, Tools, read, wire};
use libfuzzer_sys::fuzz_target;

static HOOK: Once = Once::new();

const ENDINGS: [&str; 16] = [
    "eml", "docx", "xlsx", "pptx", "odt", "ods", "pdf", "rtf", "html", "csv", "zip", "tar", "gz", "ics", "msg", "txt",
];

/// Programs outside that answer with what they were given.
struct Echo;

impl Tools for Echo {
    fn run(&mut self, tool: Tool, bytes: &[u8]) -> Result<Vec<u8>, Reason> {
        match tool {
            Tool::PdfText => Err(Reason::NoPdfReader),
            Tool::PdfPages | Tool::Ocr => Ok(bytes.get(..4096).unwrap_or(bytes).to_vec()),
        }
    }
}

fuzz_target!(|data: &[u8]| {
    HOOK.call_once(|| {
        std::panic::set_hook(Box::new(|info| {
            if info.location().is_some_and(|at| at.file().contains("crates/extract")) {
                eprintln!("{info}");
                std::process::abort();
            }
        }));
    });
    let (first, bytes) = data.split_first().unwrap_or((&0, &[]));
    let limits = Limits { unpacked: 4 << 20, text: 1 << 20, parts: 300, depth: 8, tools: 4, ..Limits::default() };
    let name = format!("a.{}", ENDINGS[usize::from(*first) % ENDINGS.len()]);
    let parts = read(&name, bytes, &limits, &mut Echo);
    assert!(parts.len() <= limits.parts);
    assert!(parts.iter().filter_map(Part::text).map(str::len).sum::<usize>() <= limits.text);
    for part in &parts {
        if let Content::Text(text) = &part.content {
            let _ = text.spot(text.text.len() / 2);
        }
    }
    assert_eq!(wire::decode(&wire::encode(&parts)).as_ref(), Some(&parts));
});
