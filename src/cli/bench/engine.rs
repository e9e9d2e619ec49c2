//! Something that runs futures and can be timed: a function here, or a program that answers in seconds.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// An engine with its name in the report.
pub struct Engine {
    pub name: &'static str,
    kind: Kind,
}

enum Kind {
    Native(fn(u32) -> f64),
    Program(Program),
}

/// A program that reads `word futures` and answers with seconds, line by line.
struct Program {
    child: Child,
    answers: BufReader<std::process::ChildStdout>,
    word: &'static str,
}

impl Engine {
    /// A function of this program.
    pub fn native(name: &'static str, work: fn(u32) -> f64) -> Engine {
        let kind = Kind::Native(work);
        Engine { name, kind }
    }

    /// A function of a WebAssembly module, in Node.js.
    ///
    /// # Errors
    /// A sentence, if Node.js cannot be started or cannot load the module.
    pub fn node(name: &'static str, word: &'static str, module: &Path) -> Result<Engine, String> {
        let mut command = Command::new("node");
        command.args(["-e", include_str!("engine.cjs")]).arg(module);
        let program = Program::start(command, word).map_err(|why| format!("node {why}."))?;
        let kind = Kind::Program(program);
        Ok(Engine { name, kind })
    }

    /// The reference in Python, on one core; `PYTHON` may name the interpreter.
    ///
    /// # Errors
    /// A sentence, if Python cannot be started or has no numpy.
    pub fn numpy(name: &'static str, folder: &Path) -> Result<Engine, String> {
        let python = std::env::var("PYTHON").unwrap_or("python3".to_string());
        let mut command = Command::new(&python);
        command
            .args(["-c", include_str!("reference.py")])
            .arg(folder);
        for threads in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"] {
            command.env(threads, "1");
        }
        let program = Program::start(command, "numpy")
            .map_err(|why| format!("{python} {why}. It needs numpy; PYTHON may name another."))?;
        let kind = Kind::Program(program);
        Ok(Engine { name, kind })
    }

    /// How long so many futures take, in seconds.
    ///
    /// # Errors
    /// A sentence, if the program that runs them has ended.
    pub fn seconds(&mut self, futures: u32) -> Result<f64, String> {
        match &mut self.kind {
            Kind::Native(work) => Ok(timed(|| work(core::hint::black_box(futures)))),
            Kind::Program(program) => program
                .seconds(futures)
                .map_err(|why| format!("{}: the program {why}.", self.name)),
        }
    }
}

/// Times a function, in seconds.
#[allow(clippy::disallowed_methods)] // A benchmark reads the clock; nothing else here does.
pub fn timed(work: impl FnOnce() -> f64) -> f64 {
    let began = std::time::Instant::now();
    core::hint::black_box(work());
    began.elapsed().as_secs_f64()
}

impl Program {
    /// Starts a program and lets it run one batch, so that one that cannot is known at once.
    fn start(mut command: Command, word: &'static str) -> Result<Program, String> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("could not be started: {error}"))?;
        let stdout = child.stdout.take().ok_or("has no output")?;
        let answers = BufReader::new(stdout);
        let mut program = Program {
            child,
            answers,
            word,
        };
        program.seconds(8)?;
        Ok(program)
    }

    fn seconds(&mut self, futures: u32) -> Result<f64, String> {
        let ended = || "ended early".to_string();
        let questions = self.child.stdin.as_mut().ok_or_else(ended)?;
        writeln!(questions, "{} {futures}", self.word).map_err(|_| ended())?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer).map_err(|_| ended())?;
        answer.trim().parse().map_err(|_| ended())
    }
}

impl Drop for Program {
    /// The program ends with its input; what is left of it is collected.
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}
