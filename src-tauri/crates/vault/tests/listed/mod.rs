//! A test program that starts itself as the child that it kills has a `main` of its own, and so has to
//! say by itself what it holds and to run what is asked for, as Cargo and nextest ask it of every other.

/// A test, and its name.
pub type Named = (&'static str, fn());

/// Lists these tests, or runs those that the words of the command line ask for: all where none is
/// named.
pub fn run(words: &[String], tests: &[Named]) {
    let is_said = |option: &str| words.iter().any(|word| word == option);
    // `--format` has a word of its own, which is no name.
    let is_name = |at: usize| !words[at].starts_with('-') && words[at - 1] != "--format";
    let named: Vec<&String> =
        (1..words.len()).filter(|at| is_name(*at)).map(|at| &words[at]).collect();
    let is_exact = is_said("--exact");
    let is_it = |name: &str, word: &str| word == name || !is_exact && name.contains(word);
    let is_asked = |name: &str| named.is_empty() || named.iter().any(|word| is_it(name, word));
    // None of them is ignored, so who asks for those alone gets none.
    if is_said("--ignored") {
        return;
    }
    let asked: Vec<&Named> = tests.iter().filter(|(name, _)| is_asked(name)).collect();
    for (name, test) in &asked {
        if is_said("--list") {
            println!("{name}: test");
        } else {
            test();
            println!("test {name} ... ok");
        }
    }
    if !is_said("--list") {
        println!("test result: ok. {} passed; 0 failed", asked.len());
    }
}
