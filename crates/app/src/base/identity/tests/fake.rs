//! A tiny sign-in provider on this machine, which can also lie.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer, SigningKey};
use kit::form::Fields;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

pub struct Fake {
    pub issuer: String,
    state: Arc<Mutex<State>>,
}

struct State {
    key: (String, SigningKey),
    /// What a code is changed for, and the challenge it belongs to.
    codes: HashMap<String, (String, String)>,
    userinfo: Value,
    looks: usize,
}

/// What the browser takes to the provider.
pub struct Asked {
    pub state: String,
    pub nonce: String,
    challenge: String,
}

impl Asked {
    pub fn read(address: &str) -> Asked {
        Asked::read_for(address, "http://127.0.0.1:8080/sign-in/back")
    }

    /// The same for another door that the provider leads back to.
    pub fn read_for(address: &str, back: &str) -> Asked {
        let (_, query) = address.split_once('?').expect("a query");
        let query = Fields::parse(query);
        assert_eq!(query.text("response_type"), "code");
        assert_eq!(query.text("code_challenge_method"), "S256");
        assert_eq!(query.text("redirect_uri"), back);
        assert!(
            query
                .text("scope")
                .split(' ')
                .any(|scope| scope == "openid")
        );
        Asked {
            state: query.text("state").to_owned(),
            nonce: query.text("nonce").to_owned(),
            challenge: query.text("code_challenge").to_owned(),
        }
    }
}

impl Fake {
    pub fn start() -> Fake {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State {
            key: ("k1".to_owned(), SigningKey::from_bytes(&[7; 32])),
            codes: HashMap::new(),
            userinfo: json!({}),
            looks: 0,
        }));
        let (own, name) = (Arc::clone(&state), issuer.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let _ = answer(stream, &name, &own);
            }
        });
        Fake { issuer, state }
    }

    pub fn new_key(&self, id: &str, seed: u8) {
        self.state.lock().unwrap().key = (id.to_owned(), SigningKey::from_bytes(&[seed; 32]));
    }

    pub fn tells(&self, userinfo: Value) {
        self.state.lock().unwrap().userinfo = userinfo;
    }

    /// How often the metadata was fetched.
    pub fn looks(&self) -> usize {
        self.state.lock().unwrap().looks
    }

    /// Claims as an honest provider makes them at this second.
    pub fn claims(&self, asked: &Asked, subject: &str, now: i64) -> Value {
        json!({
            "iss": self.issuer, "sub": subject, "aud": "tillit", "nonce": asked.nonce,
            "iat": now, "exp": now + 300,
        })
    }

    /// A code for claims signed with the provider's key.
    pub fn signs(&self, asked: &Asked, claims: &Value) -> String {
        let state = self.state.lock().unwrap();
        let token = jwt(
            &json!({"alg": "EdDSA", "kid": state.key.0}),
            claims,
            &state.key.1,
        );
        drop(state);
        self.gives(asked, &token)
    }

    /// A code for any token.
    pub fn gives(&self, asked: &Asked, token: &str) -> String {
        let mut state = self.state.lock().unwrap();
        let code = format!("code{}", state.codes.len());
        let kept = (asked.challenge.clone(), token.to_owned());
        state.codes.insert(code.clone(), kept);
        code
    }
}

fn encoded(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

pub fn jwt(header: &Value, claims: &Value, key: &SigningKey) -> String {
    let text = format!("{}.{}", encoded(header), encoded(claims));
    let signature = URL_SAFE_NO_PAD.encode(key.sign(text.as_bytes()).to_bytes());
    format!("{text}.{signature}")
}

/// A token without a signature.
pub fn unsigned(claims: &Value) -> String {
    format!("{}.{}.", encoded(&json!({"alg": "none"})), encoded(claims))
}

/// A token signed with the secret that both sides know.
pub fn shared(claims: &Value, secret: &[u8]) -> String {
    let text = format!("{}.{}", encoded(&json!({"alg": "HS256"})), encoded(claims));
    let mut block = [0u8; 64];
    block[..secret.len()].copy_from_slice(secret);
    let pad = |byte: u8| block.map(|b| b ^ byte);
    let inner = Sha256::new()
        .chain_update(pad(0x36))
        .chain_update(&text)
        .finalize();
    let outer = Sha256::new()
        .chain_update(pad(0x5c))
        .chain_update(inner)
        .finalize();
    format!("{text}.{}", URL_SAFE_NO_PAD.encode(outer))
}

fn answer(mut stream: TcpStream, issuer: &str, state: &Mutex<State>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let (mut first, mut length) = (String::new(), 0);
    reader.read_line(&mut first)?;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        if line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let path = first.split(' ').nth(1).unwrap_or("");
    let (status, reply) = reply(path, &String::from_utf8_lossy(&body), issuer, state);
    let text = reply.to_string();
    write!(
        stream,
        "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{text}",
        text.len()
    )
}

fn reply(path: &str, body: &str, issuer: &str, state: &Mutex<State>) -> (u16, Value) {
    let mut state = state.lock().unwrap();
    match path {
        "/.well-known/openid-configuration" => {
            state.looks += 1;
            (200, metadata(issuer))
        }
        "/jwks" => {
            let x = URL_SAFE_NO_PAD.encode(state.key.1.verifying_key().as_bytes());
            let key = json!({"kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": state.key.0, "x": x});
            (200, json!({ "keys": [key] }))
        }
        "/token" => {
            let sent = Fields::parse(body);
            let verifier = Sha256::digest(sent.text("code_verifier").as_bytes());
            match state.codes.remove(sent.text("code")) {
                Some((challenge, token)) if challenge == URL_SAFE_NO_PAD.encode(verifier) => (
                    200,
                    json!({"access_token": "a", "token_type": "Bearer", "id_token": token}),
                ),
                _ => (400, json!({"error": "invalid_grant"})),
            }
        }
        "/userinfo" => (200, state.userinfo.clone()),
        _ => (404, json!({})),
    }
}

fn metadata(issuer: &str) -> Value {
    json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/auth"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/jwks"),
        "userinfo_endpoint": format!("{issuer}/userinfo"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA"],
    })
}
