//! Mails to send, and what a program and its children use.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// CPU seconds of a program with its children, the ended ones too.
#[derive(Clone, Copy)]
pub struct Usage {
    pub cpu: f64,
}

/// Kernel ticks a second: 100 on every Linux that Debian builds.
const TICKS: f64 = 100.0;

pub fn usage(pid: u32) -> Usage {
    let cpu = family(pid).into_iter().map(ticks).sum::<f64>() / TICKS;
    Usage { cpu }
}

/// Own time and that of children who have ended: fields 14 to 17 of `stat`, counted behind the name.
fn ticks(pid: u32) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let (_, fields) = stat.rsplit_once(')').unwrap_or_default();
    fields
        .split_whitespace()
        .skip(11)
        .take(4)
        .filter_map(|field| field.parse::<f64>().ok())
        .sum()
}

/// The program and everything that it has started, directly or not.
fn family(pid: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let own: u32 = entry.file_name().to_str()?.parse().ok()?;
            let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
            let (_, fields) = stat.rsplit_once(')')?;
            Some((own, fields.split_whitespace().nth(1)?.parse().ok()?))
        })
        .collect();
    let mut all = vec![pid];
    let mut at = 0;
    while let Some(parent) = all.get(at).copied() {
        let children = parents.iter().filter(|(_, of)| *of == parent);
        all.extend(children.map(|(own, _)| *own));
        at += 1;
    }
    all
}

/// The most memory (MiB, proportional set size) of a program and its children while something is done.
pub fn memory_while(pid: u32, work: impl FnOnce()) -> f64 {
    let done = Arc::new(AtomicBool::new(false));
    let watch = {
        let done = Arc::clone(&done);
        std::thread::spawn(move || {
            let mut most: f64 = 0.0;
            while !done.load(Ordering::SeqCst) {
                most = most.max(family(pid).into_iter().map(pss).sum());
                std::thread::sleep(Duration::from_millis(50));
            }
            most
        })
    };
    work();
    done.store(true, Ordering::SeqCst);
    watch.join().unwrap_or_default()
}

fn pss(pid: u32) -> f64 {
    let text = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
    let kib = line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kib.unwrap_or_default() / 1024.0
}

/// What an ordinary mail is made of: Danish text in which nothing is to be found.
const SENTENCES: [&str; 24] = [
    "Mødet om den nye skole er flyttet til torsdag klokken ti, og alle er velkomne.",
    "Vejen ved havnen bliver asfalteret i uge 34, hvis vejret er med os.",
    "Jeg har vedlagt tegningerne i den seneste udgave, så vi ser på det samme.",
    "Udvalget drøftede budgettet for de grønne områder og bad om to nye forslag.",
    "Biblioteket holder længe åbent i hele november, også om søndagen.",
    "Vil du sende mig en kort status, inden vi ses hos leverandøren?",
    "Bussen mellem stationen og sportshallen kører hvert tyvende minut.",
    "Der mangler stadig et tilbud på vinduerne i den gamle rådhusfløj.",
    "Nøglerne til mødelokalet hænger i receptionen fra klokken otte.",
    "Tak for en god dag i går; referatet ligger nu på den fælles side.",
    "Genbrugspladsen får nye skilte, og priserne er de samme som sidste år.",
    "Vi foreslår at udskyde udbuddet til foråret og samle de to opgaver i én.",
    "Kantinen har i denne uge en ret uden kød hver dag.",
    "Lamperne på cykelstien er skiftet, men der er mørkt ved broen endnu.",
    "Projektet følger planen, og regningen er lidt mindre end ventet.",
    "Husk at bestille frokost til de ti gæster fra nabokommunen.",
    "Den nye printer på anden sal virker nu også fra de bærbare maskiner.",
    "Teknisk forvaltning ser på afløbet ved torvet i begyndelsen af næste uge.",
    "Forslaget er sendt i høring hos de lokale foreninger med frist den første.",
    "Kan vi bruge den samme dagsorden som sidst, blot uden punkt fire?",
    "Koret synger ved juletræet, og borgmesteren tænder lyset klokken seksten.",
    "Den røde bil er på værksted, så tag den blå, hvis du skal til mødet.",
    "Kortet over de nye byggegrunde kommer på hjemmesiden på mandag.",
    "Skriv endelig, hvis du er i tvivl om noget i planen.",
];

/// Lines of such text, about so many bytes, and not the same ones one after the other.
fn prose(bytes: usize) -> String {
    let mut text = String::new();
    let mut line = 0;
    while text.len() < bytes {
        let turn = line / SENTENCES.len();
        text += SENTENCES[(line * 7 + turn * 5) % SENTENCES.len()];
        if line % 6 == 5 {
            text += &format!(" Se punkt {}.{}.", turn + 1, line % 10);
        }
        text += "\r\n";
        line += 1;
    }
    text
}

/// A mail of a kind, as a file with bare line feeds, as smtp-source wants it.
pub fn mail_file(dir: &Path, name: &str) -> PathBuf {
    let file = dir.join(name.replace(' ', "-"));
    let sentence = format!("{}\r\n", SENTENCES[0]);
    let head = "From: anna@testby.example\r\nTo: x@elsewhere.example\r\nSubject: Skole\r\nMIME-Version: 1.0\r\n";
    let content = if name.contains("PDF") {
        let pdf = base64(&pdf(sentence.trim_end()));
        format!(
            "{head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{sentence}\
             --b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n{pdf}\r\n--b--\r\n"
        )
    } else {
        let size = if name.starts_with("100") { 100 } else { 10 };
        let body = prose(size * 1024);
        format!(
            "{head}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{body}"
        )
    };
    std::fs::write(&file, content.replace("\r\n", "\n")).unwrap();
    file
}

/// A PDF of about a megabyte of uncompressed text on many pages.
fn pdf(sentence: &str) -> Vec<u8> {
    let ascii: String = sentence.chars().filter(char::is_ascii).collect();
    let pages = 200;
    let line = format!("({ascii}) Tj T*\n");
    let text = format!(
        "BT /F 8 Tf 10 TL 30 800 Td\n{}ET\n",
        line.repeat(5_000 / line.len())
    );
    let kids: Vec<String> = (0..pages)
        .map(|page| format!("{} 0 R", 4 + 2 * page))
        .collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!(
            "<< /Type /Pages /Count {pages} /Kids [{}] >>",
            kids.join(" ")
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    for page in 0..pages {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents {} 0 R >>",
            5 + 2 * page
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{text}endstream",
            text.len()
        ));
    }
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend_from_slice(format!("{} 0 obj\n{object}\nendobj\n", at + 1).as_bytes());
    }
    let table = file.len();
    file.extend_from_slice(
        format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes(),
    );
    for place in places {
        file.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    let trailer = format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    );
    file.extend_from_slice(trailer.as_bytes());
    file
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for (at, three) in bytes.chunks(3).enumerate() {
        if at > 0 && at % 19 == 0 {
            text.push_str("\r\n");
        }
        let word = three
            .iter()
            .fold(0u32, |word, byte| word << 8 | u32::from(*byte))
            << (8 * (3 - three.len()));
        for place in 0..4 {
            let letter = LETTERS[(word >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= three.len() {
                char::from(letter)
            } else {
                '='
            });
        }
    }
    text
}

/// Sends a file so many times over one connection.
pub fn send(port: u16, file: &Path, count: u32) {
    talk(port, "EHLO bench", file, count, "");
}

/// So many connections at once, each hands one mail over by LMTP and waits for the answer.
pub fn connections(port: u16, count: usize, file: &Path) {
    std::thread::scope(|scope| {
        for at in 0..count {
            scope.spawn(move || {
                talk(
                    port,
                    "LHLO bench",
                    file,
                    4,
                    &format!("Received: by bench id 4M{at}"),
                );
            });
        }
    });
}

fn talk(port: u16, hello: &str, file: &Path, count: u32, first: &str) {
    let content = std::fs::read_to_string(file).unwrap().replace('\n', "\r\n");
    let mut line = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let mut lines = BufReader::new(line.try_clone().unwrap());
    let mut say = |text: &str| {
        line.write_all(text.as_bytes()).unwrap();
        loop {
            let mut said = String::new();
            assert!(lines.read_line(&mut said).unwrap() > 0, "the line fell");
            if said.as_bytes().get(3) != Some(&b'-') {
                assert!(said.starts_with(['2', '3']), "{text:.40}: {said}");
                return;
            }
        }
    };
    say("");
    say(&format!("{hello}\r\n"));
    for at in 0..count {
        say("MAIL FROM:<anna@testby.example> BODY=8BITMIME\r\n");
        say("RCPT TO:<x@elsewhere.example>\r\n");
        say("DATA\r\n");
        let top = if first.is_empty() {
            String::new()
        } else {
            format!("{first}x{at}\r\n")
        };
        say(&format!("{top}{content}.\r\n"));
    }
    say("QUIT\r\n");
}
