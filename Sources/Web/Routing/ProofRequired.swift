import Refusals

/// Somebody is signed in, but must prove once more who they are before this act: a session that was left open must not
/// be enough for it.
///
/// A page visitor is sent to ``SitePaths/confirmation`` and comes back; a program is told by RFC 9470.
public struct ProofRequired: Error, Sendable, Hashable {
    /// What to do, in words the person can read.
    public let sentence: Sentence
    /// How old the proof may be, in seconds.
    public let maximumAgeSeconds: Int

    /// A proof that is missing.
    public init(_ sentence: Sentence, maximumAgeSeconds: Int) {
        self.sentence = sentence
        self.maximumAgeSeconds = maximumAgeSeconds
    }
}
