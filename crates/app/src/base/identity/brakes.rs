//! Slowing of sign-in, by account and by the client's address. Nothing of it is stored or logged: keys are
//! hashed with a random salt of this process and forgotten when they have been quiet.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use governor::middleware::NoOpMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use kit::clock::Clock;
use sha2::{Digest, Sha256};

use super::super::{Problem, keys};

/// The message of a refusal.
pub const TOO_FAST: &str = "problem-too-fast";
/// Tries for one account before it waits, and how long each further one waits.
const TRIES: u32 = 5;
const WAIT: Duration = Duration::from_secs(60);
/// A whole town hall may stand behind one address, and its morning begins at eight.
const PER_MINUTE: u32 = 300;
/// Reports from one address: a town hall on the day of a large mishap, then two a second.
const REPORTS: (u32, Duration) = (600, Duration::from_millis(500));
/// Reports from everywhere together: what the letterbox takes in before it is opened is bounded too.
const ALL_REPORTS: (u32, Duration) = (5_000, Duration::from_millis(20));
/// Receipts tried from one address. 128 bits cannot be guessed; trying is slow all the same.
const RECEIPTS: (u32, Duration) = (60, Duration::from_secs(3));
const ALL_RECEIPTS: (u32, Duration) = (2_000, Duration::from_millis(100));
/// How often quiet keys are forgotten.
const TIDY: Duration = Duration::from_secs(60);

type Key = [u8; 16];
type Limiter = RateLimiter<Key, HashMapStateStore<Key>, Ticks, NoOpMiddleware<Duration>>;

/// The same brake for each address and for all together.
struct Pair {
    each: Limiter,
    all: Limiter,
}

impl Pair {
    fn new(each: (u32, Duration), all: (u32, Duration), ticks: &Ticks) -> Pair {
        let limiter = |(burst, every): (u32, Duration)| {
            let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
            let quota = Quota::with_period(every).unwrap_or(Quota::per_second(burst));
            Limiter::hashmap_with_clock(quota.allow_burst(burst), ticks.clone())
        };
        Pair {
            each: limiter(each),
            all: limiter(all),
        }
    }
}

/// Slowing of sign-in, by account and by address, and of reports. Also makes passwords wait for each other: one check takes
/// 19 MiB, and many at once would take the machine.
pub struct Brakes {
    accounts: Limiter,
    addresses: Limiter,
    reports: Pair,
    receipts: Pair,
    ticks: Ticks,
    salt: [u8; 32],
    tidied: Mutex<Duration>,
    one: Mutex<()>,
}

impl Brakes {
    pub fn new(clock: &Clock) -> Brakes {
        let ticks = match clock {
            Clock::System => Ticks::Machine(Instant::now()),
            Clock::Set(_) => Ticks::Hand(clock.clone()),
        };
        let one = NonZeroU32::MIN;
        let tries = NonZeroU32::new(TRIES).unwrap_or(one);
        let slow = Quota::with_period(WAIT).unwrap_or(Quota::per_minute(one));
        let wide = Quota::per_minute(NonZeroU32::new(PER_MINUTE).unwrap_or(one));
        Brakes {
            accounts: Limiter::hashmap_with_clock(slow.allow_burst(tries), ticks.clone()),
            addresses: Limiter::hashmap_with_clock(wide, ticks.clone()),
            reports: Pair::new(REPORTS, ALL_REPORTS, &ticks),
            receipts: Pair::new(RECEIPTS, ALL_RECEIPTS, &ticks),
            ticks,
            salt: keys::random(),
            tidied: Mutex::new(Duration::ZERO),
            one: Mutex::new(()),
        }
    }

    /// One more try for an account, whether there is such an account or not.
    ///
    /// # Errors
    /// [`Problem::TooMuch`] when there were too many.
    pub fn account(&self, account: &str) -> Result<(), Problem> {
        self.check(&self.accounts, "account", account.as_bytes())
    }

    /// One more try from an address. What cannot be read as an address shares one brake.
    ///
    /// # Errors
    /// [`Problem::TooMuch`] when there were too many.
    pub fn address(&self, address: &str) -> Result<(), Problem> {
        self.check(&self.addresses, "address", &network(address))
    }

    /// One more report from an address. Nothing is counted or noted beside the brake itself.
    ///
    /// # Errors
    /// [`Problem::TooMuch`] when there were too many from there, or from everywhere.
    pub fn report(&self, address: &str) -> Result<(), Problem> {
        self.pair(&self.reports, address)
    }

    /// One more receipt tried from an address.
    ///
    /// # Errors
    /// [`Problem::TooMuch`] when there were too many from there, or from everywhere.
    pub fn receipt(&self, address: &str) -> Result<(), Problem> {
        self.pair(&self.receipts, address)
    }

    fn pair(&self, pair: &Pair, address: &str) -> Result<(), Problem> {
        self.tidy();
        let slowed = |_| Problem::TooMuch(TOO_FAST);
        let each = pair.each.check_key(&self.key(&network(address)));
        each.map_err(slowed)?;
        pair.all.check_key(&Key::default()).map_err(slowed)
    }

    /// Runs one check of a password at a time.
    pub fn alone<T>(&self, work: impl FnOnce() -> T) -> T {
        let _turn = self.one.lock().unwrap_or_else(PoisonError::into_inner);
        work()
    }

    /// How many accounts and addresses are remembered.
    pub fn remembered(&self) -> usize {
        self.accounts.len()
            + self.addresses.len()
            + self.reports.each.len()
            + self.receipts.each.len()
    }

    fn check(&self, limiter: &Limiter, kind: &'static str, text: &[u8]) -> Result<(), Problem> {
        self.tidy();
        limiter.check_key(&self.key(text)).map_err(|_| {
            metrics::counter!("tillit_sign_in_slowed_total", "by" => kind).increment(1);
            Problem::TooMuch(TOO_FAST)
        })
    }

    fn key(&self, text: &[u8]) -> Key {
        let mut digest = Sha256::new();
        digest.update(self.salt);
        digest.update(text);
        let mut key = Key::default();
        key.copy_from_slice(&digest.finalize()[..16]);
        key
    }

    fn tidy(&self) {
        let now = governor::clock::Clock::now(&self.ticks);
        let mut tidied = self.tidied.lock().unwrap_or_else(PoisonError::into_inner);
        if now.saturating_sub(*tidied) < TIDY {
            return;
        }
        *tidied = now;
        let (reports, receipts) = (&self.reports.each, &self.receipts.each);
        for limiter in [&self.accounts, &self.addresses, reports, receipts] {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}

/// Whoever holds one IPv6 address holds its whole /64.
fn network(address: &str) -> Vec<u8> {
    match address.parse() {
        Ok(IpAddr::V4(v4)) => v4.octets().to_vec(),
        Ok(IpAddr::V6(v6)) => match v6.to_ipv4_mapped() {
            Some(v4) => v4.octets().to_vec(),
            None => v6.octets()[..8].to_vec(),
        },
        Err(_) => Vec::new(),
    }
}

/// The house's clock as governor reads it. The machine's clock may be set back, so the steady one stands in.
#[derive(Clone)]
enum Ticks {
    Machine(Instant),
    Hand(Clock),
}

impl governor::clock::Clock for Ticks {
    type Instant = Duration;

    fn now(&self) -> Duration {
        match self {
            Ticks::Machine(start) => start.elapsed(),
            Ticks::Hand(clock) => {
                Duration::from_millis(u64::try_from(clock.now().ms()).unwrap_or(0))
            }
        }
    }
}
