//! Walls round a child. Limits of the kernel always; Landlock and seccomp where the kernel has them. Nothing of
//! this can be undone by the child.

use std::collections::BTreeMap;
use std::path::Path;

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, PathBeneath, PathFd, Ruleset,
    RulesetAttr, RulesetCreatedAttr, RulesetStatus,
};
use rustix::process::{Resource, Rlimit, setrlimit};
use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, TargetArch, apply_filter};

/// Which walls stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Walls {
    /// Files and TCP are denied by Landlock.
    pub landlock: bool,
    /// Calls of the kernel are restricted by seccomp.
    pub seccomp: bool,
}

/// The newest rules that we know; older kernels take what they know of them.
const NEWEST: ABI = ABI::V5;

/// Seconds of CPU in the life of a child that reads. Its parent replaces it long before; without a parent it would
/// otherwise turn in a circle for ever.
const LIFETIME: u64 = 300;

/// Walls for a process that needs nothing but memory and the pipes that it has.
pub fn reader(memory: u64) -> Walls {
    limits(memory, LIFETIME);
    Walls {
        landlock: deny_files(&[]).unwrap_or(false),
        seccomp: allow_only(READER).is_some(),
    }
}

/// Walls for a program of the system, before it is started in this process: it may read and run what stands in
/// the system's folders, write nothing, and reach nobody.
pub fn program(memory: u64, seconds: u64) -> Walls {
    limits(memory, seconds);
    const SYSTEM: [&str; 5] = ["/usr", "/lib", "/lib64", "/bin", "/etc"];
    Walls {
        landlock: deny_files(&SYSTEM).unwrap_or(false),
        seccomp: deny(PROGRAM_NEVER).is_some(),
    }
}

/// Tries from behind a reader's walls what it must not be able to do: what, and whether it was stopped.
pub fn trial() -> Vec<(&'static str, bool)> {
    let program = std::env::current_exe();
    let walls = reader(1 << 30);
    vec![
        ("landlock", walls.landlock),
        ("seccomp", walls.seccomp),
        (
            "reading a file",
            std::fs::File::open("/etc/passwd").is_err(),
        ),
        (
            "writing a file",
            std::fs::File::create("/tmp/tillit-walls").is_err(),
        ),
        (
            "reaching a host",
            std::net::TcpListener::bind("127.0.0.1:0").is_err(),
        ),
        (
            "starting a program",
            program.is_ok_and(|program| std::process::Command::new(program).spawn().is_err()),
        ),
        (
            "a thread",
            std::thread::Builder::new().spawn(|| ()).is_err(),
        ),
    ]
}

fn limits(memory: u64, seconds: u64) {
    let set = |what, most: Option<u64>| {
        // Raising above what we were given fails; then we were given less, which is as good.
        let _ = setrlimit(
            what,
            Rlimit {
                current: most,
                maximum: most,
            },
        );
    };
    set(Resource::As, Some(memory));
    set(Resource::Core, Some(0));
    set(Resource::Fsize, Some(0));
    set(Resource::Nofile, Some(64));
    set(Resource::Cpu, Some(seconds));
}

/// Denies all files but reading and running below `open`, and all TCP. `Ok(false)` when the kernel has no
/// Landlock.
fn deny_files(open: &[&str]) -> Result<bool, landlock::RulesetError> {
    let mut rules = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(NEWEST))?
        .handle_access(AccessNet::from_all(NEWEST))?
        .create()?;
    for path in open.iter().filter(|path| Path::new(path).exists()) {
        if let Ok(fd) = PathFd::new(path) {
            rules = rules.add_rule(PathBeneath::new(fd, AccessFs::from_read(NEWEST)))?;
        }
    }
    // Programs that throw their output away open this one.
    if let Ok(fd) = PathFd::new("/dev/null") {
        let writing = AccessFs::ReadFile | AccessFs::WriteFile;
        rules = rules.add_rule(PathBeneath::new(fd, writing))?;
    }
    let status = rules.restrict_self()?;
    Ok(status.ruleset != RulesetStatus::NotEnforced)
}

/// What reading in memory needs: the pipes that are open, memory, time, chance, and ending.
const READER: &[i64] = &[
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_close,
    libc::SYS_fstat,
    libc::SYS_brk,
    libc::SYS_mmap,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_mprotect,
    libc::SYS_madvise,
    libc::SYS_futex,
    libc::SYS_sigaltstack,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_restart_syscall,
    libc::SYS_clock_gettime,
    libc::SYS_getrandom,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_gettid,
    libc::SYS_getpid,
    libc::SYS_tgkill,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// What a program that turns a picture into text never needs.
const PROGRAM_NEVER: &[i64] = &[
    libc::SYS_socket,
    libc::SYS_socketpair,
    libc::SYS_connect,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept4,
    libc::SYS_sendto,
    libc::SYS_sendmsg,
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_bpf,
    libc::SYS_keyctl,
    libc::SYS_add_key,
    libc::SYS_kill,
    libc::SYS_tkill,
    libc::SYS_io_uring_setup,
    libc::SYS_perf_event_open,
];

fn allow_only(calls: &[i64]) -> Option<()> {
    filter(calls, refused(), SeccompAction::Allow)
}

fn deny(calls: &[i64]) -> Option<()> {
    filter(calls, SeccompAction::Allow, refused())
}

fn refused() -> SeccompAction {
    SeccompAction::Errno(libc::EPERM as u32)
}

fn filter(calls: &[i64], others: SeccompAction, these: SeccompAction) -> Option<()> {
    let rules: BTreeMap<i64, Vec<seccompiler::SeccompRule>> =
        calls.iter().map(|call| (*call, Vec::new())).collect();
    let here = TargetArch::try_from(std::env::consts::ARCH).ok()?;
    let program: BpfProgram = SeccompFilter::new(rules, others, these, here)
        .ok()?
        .try_into()
        .ok()?;
    apply_filter(&program).ok()
}
