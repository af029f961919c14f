//! Typesetting happens in a child process that ends afterwards, so that the server stays small.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::base::Problem;
use crate::base::app::Printer;

/// A report that takes longer than this is stuck.
const PATIENCE: Duration = Duration::from_secs(120);

/// The printer of the running program: itself, started again as `tillit render`.
pub fn child() -> Printer {
    Arc::new(|document| {
        let input = serde_json::to_vec(document).map_err(|error| {
            Problem::Outside(format!("the report cannot be handed over: {error}"))
        })?;
        let program = std::env::current_exe()?;
        let child = Command::new(program)
            .arg("render")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        hand_over(child, input)
    })
}

fn hand_over(mut child: Child, input: Vec<u8>) -> Result<Vec<u8>, Problem> {
    let mut stdin = child
        .stdin
        .take()
        .ok_or_else(|| broken("no standard input"))?;
    let mut stdout = child
        .stdout
        .take()
        .ok_or_else(|| broken("no standard output"))?;
    let mut stderr = child
        .stderr
        .take()
        .ok_or_else(|| broken("no standard error"))?;
    // Both pipes are served at once: a child that writes before it has read everything would block.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let faults = std::thread::spawn(move || {
        let mut text = String::new();
        let _ = stderr.read_to_string(&mut text);
        text
    });
    let reader = std::thread::spawn(move || {
        let mut pdf = Vec::new();
        stdout.read_to_end(&mut pdf).map(|_| pdf)
    });
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if started.elapsed() > PATIENCE {
            child.kill()?;
            child.wait()?;
            return Err(broken("the typesetter did not finish in time"));
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let _ = writer.join();
    let pdf = reader.join().map_err(|_| broken("reading stopped"))??;
    let said = faults.join().unwrap_or_default();
    if status.success() && pdf.starts_with(b"%PDF") {
        Ok(pdf)
    } else {
        Err(broken(said.trim()))
    }
}

fn broken(why: &str) -> Problem {
    Problem::Outside(format!("the report could not be typeset: {why}"))
}

/// The child: a document as JSON in, a PDF out.
///
/// # Errors
/// A sentence for the parent's log.
pub fn render() -> Result<(), String> {
    let mut input = Vec::new();
    std::io::stdin()
        .lock()
        .read_to_end(&mut input)
        .map_err(|error| error.to_string())?;
    let document = serde_json::from_slice(&input).map_err(|error| error.to_string())?;
    let pdf = paper::pdf(&document).map_err(|fault| fault.to_string())?;
    std::io::stdout()
        .lock()
        .write_all(&pdf)
        .map_err(|error| error.to_string())
}
