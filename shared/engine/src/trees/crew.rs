//! Helper threads that stay for a whole fit, because its parallel steps are too short to start threads
//! for each of them.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::Thread;

use crate::parallel::useful_threads;

/// How often a waiting thread looks again before it lets others run, and before it sleeps.
const SPINS: usize = 1_500;
const YIELDS: usize = 300;

struct Shared<C> {
    /// Counts the commands given.
    epoch: AtomicUsize,
    command: Mutex<Option<C>>,
    /// Helpers that have not finished the command.
    busy: AtomicUsize,
    stop: AtomicBool,
    failed: AtomicBool,
    asleep: Vec<AtomicBool>,
}

/// Threads that carry out commands together.
pub(super) struct Crew<'a, C> {
    work: &'a (dyn Fn(C) + Sync),
    shared: &'a Shared<C>,
    helpers: Vec<Thread>,
}

/// Runs `body` with a crew of `threads` threads, itself included. For each command every thread calls
/// `work`, which is to divide the command's jobs among its callers.
pub(super) fn with_crew<C: Copy + Send, R>(
    threads: usize,
    work: &(dyn Fn(C) + Sync),
    body: impl FnOnce(&Crew<'_, C>) -> R,
) -> R {
    let helpers = useful_threads(threads, usize::MAX) - 1;
    let shared = Shared {
        epoch: AtomicUsize::new(0),
        command: Mutex::new(None),
        busy: AtomicUsize::new(0),
        stop: AtomicBool::new(false),
        failed: AtomicBool::new(false),
        asleep: (0..helpers).map(|_| AtomicBool::new(false)).collect(),
    };
    let shared = &shared;
    std::thread::scope(|scope| {
        let helpers = (0..helpers)
            .map(|own| {
                scope
                    .spawn(move || help(shared, own, work))
                    .thread()
                    .clone()
            })
            .collect();
        let crew = Crew {
            work,
            shared,
            helpers,
        };
        let _release = Release(&crew);
        body(&crew)
    })
}

impl<C: Copy> Crew<'_, C> {
    /// Carries out a command on all threads, or only on this one.
    pub(super) fn run(&self, command: C, together: bool) {
        if !together || self.helpers.is_empty() {
            (self.work)(command);
            return;
        }
        if let Ok(mut slot) = self.shared.command.lock() {
            *slot = Some(command);
        }
        self.shared
            .busy
            .store(self.helpers.len(), Ordering::Relaxed);
        self.shared.epoch.fetch_add(1, Ordering::SeqCst);
        self.wake();
        (self.work)(command);
        wait_until(|| self.shared.busy.load(Ordering::Acquire) == 0, None);
        assert!(
            !self.shared.failed.load(Ordering::Relaxed),
            "a helper thread panicked"
        );
    }

    fn wake(&self) {
        for (helper, asleep) in self.helpers.iter().zip(&self.shared.asleep) {
            if asleep.load(Ordering::SeqCst) {
                helper.unpark();
            }
        }
    }
}

/// Lets the helpers end, also when the body panics.
struct Release<'a, 'b, C: Copy>(&'a Crew<'b, C>);

impl<C: Copy> Drop for Release<'_, '_, C> {
    fn drop(&mut self) {
        self.0.shared.stop.store(true, Ordering::Relaxed);
        self.0.shared.epoch.fetch_add(1, Ordering::SeqCst);
        self.0.wake();
    }
}

/// Reports the end of a helper's work, also when it panics.
struct Finished<'a, C>(&'a Shared<C>);

impl<C> Drop for Finished<'_, C> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.failed.store(true, Ordering::Relaxed);
        }
        self.0.busy.fetch_sub(1, Ordering::Release);
    }
}

fn help<C: Copy>(shared: &Shared<C>, own: usize, work: &(dyn Fn(C) + Sync)) {
    let mut seen = 0;
    loop {
        wait_until(
            || shared.epoch.load(Ordering::SeqCst) != seen,
            Some(&shared.asleep[own]),
        );
        if shared.stop.load(Ordering::Relaxed) {
            return;
        }
        // The next command is given only after this one is finished, so the epoch is one further.
        seen += 1;
        let _finished = Finished(shared);
        let command = shared.command.lock().map_or(None, |command| *command);
        if let Some(command) = command {
            work(command);
        }
    }
}

/// Waits: first busily, then giving way, then asleep if there is a flag that gets the thread woken.
fn wait_until(done: impl Fn() -> bool, asleep: Option<&AtomicBool>) {
    for _ in 0..SPINS {
        if done() {
            return;
        }
        std::hint::spin_loop();
    }
    for _ in 0..YIELDS {
        if done() {
            return;
        }
        std::thread::yield_now();
    }
    while !done() {
        let Some(asleep) = asleep else {
            std::thread::yield_now();
            continue;
        };
        asleep.store(true, Ordering::SeqCst);
        if !done() {
            std::thread::park();
        }
        asleep.store(false, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_job_of_every_command_is_done_once() {
        for threads in [1, 2, 5] {
            let next = AtomicUsize::new(0);
            let sums: Vec<AtomicUsize> = (0..13).map(|_| AtomicUsize::new(0)).collect();
            let work = |amount: usize| {
                while let Some(sum) = sums.get(next.fetch_add(1, Ordering::Relaxed)) {
                    sum.fetch_add(amount, Ordering::Relaxed);
                }
            };
            with_crew(threads, &work, |crew| {
                for amount in 0..500 {
                    next.store(0, Ordering::Relaxed);
                    crew.run(amount, amount % 3 > 0);
                    if amount % 100 == 0 {
                        std::thread::sleep(std::time::Duration::from_millis(3));
                    }
                }
            });
            assert!(
                sums.iter()
                    .all(|sum| sum.load(Ordering::Relaxed) == 499 * 250)
            );
        }
    }

    #[test]
    #[should_panic(expected = "helper thread")]
    fn a_panic_of_a_helper_does_not_hang() {
        let main = std::thread::current().id();
        let work = |(): ()| assert!(std::thread::current().id() == main, "expected");
        with_crew(2, &work, |crew| crew.run((), true));
    }
}
