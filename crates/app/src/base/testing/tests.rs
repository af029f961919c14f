//! Every byte that the program wrote, for tests that search it.

use kit::db::Target;
use kit::mail::Sender;

use super::House;

impl House {
    /// Files of the installation (database, journal, keys, a backup made now), or all tables of the server as text
    /// with its backup, and the mail that was sent.
    pub fn every_byte(&self) -> Vec<(String, Vec<u8>)> {
        let mut all = Vec::new();
        let backup = self._place._dir.path().join("backup");
        let _ = std::fs::remove_file(&backup);
        let made = kit::db::backup(&self.app.db, &backup);
        match self.app.db.target() {
            Target::Sqlite(_) => made.unwrap(),
            // Where the server's own tools are not installed, its tables have to do.
            Target::Postgres { .. } if made.is_err() => {}
            Target::Postgres { .. } => unpack(&backup),
        }
        files(self._place._dir.path(), &mut all);
        if let Some((base, name)) = &self._place.server {
            all.push(("server".to_owned(), tables(base, name)));
        }
        if let Sender::Memory(kept) = &self.app.sender {
            let letters = format!("{:?}", kept.lock().unwrap());
            all.push(("mail".to_owned(), letters.into_bytes()));
        }
        all
    }
}

fn files(dir: &std::path::Path, all: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, all);
        } else {
            all.push((path.display().to_string(), std::fs::read(&path).unwrap()));
        }
    }
}

/// An archive is packed: it becomes the statements that it would be restored by.
fn unpack(archive: &std::path::Path) {
    let plain = archive.with_extension("sql");
    let mut tool = std::process::Command::new("pg_restore");
    let status = tool.arg("--file").arg(&plain).arg(archive).status();
    assert!(status.unwrap().success());
    std::fs::remove_file(archive).unwrap();
}

/// Each row as PostgreSQL writes it, large objects too; bytes are hexadecimal there, so they are written out beside
/// it.
fn tables(base: &str, name: &str) -> Vec<u8> {
    let mut client =
        postgres::Client::connect(&format!("{base} dbname={name}"), postgres::NoTls).unwrap();
    let sql = "SELECT format('%I.%I', table_schema, table_name), format('%I', column_name), data_type::text
        FROM information_schema.columns
        WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
           OR table_schema || '.' || table_name = 'pg_catalog.pg_largeobject'";
    let mut text = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for row in client.query(sql, &[]).unwrap() {
        let (table, column, kind): (String, String, String) = (row.get(0), row.get(1), row.get(2));
        if seen.insert(table.clone()) {
            for row in client
                .query(&format!("SELECT t::text FROM {table} t"), &[])
                .unwrap()
            {
                text.extend_from_slice(row.get::<_, String>(0).as_bytes());
                text.push(b'\n');
            }
        }
        if kind == "bytea" {
            for row in client
                .query(&format!("SELECT {column} FROM {table}"), &[])
                .unwrap()
            {
                text.extend_from_slice(&row.get::<_, Option<Vec<u8>>>(0).unwrap_or_default());
                text.push(b'\n');
            }
        }
    }
    text
}
