/// What kind of step a task is; it gives the step its legal meaning.
public enum Act: String, Codable, Sendable, CaseIterable {
    /// One organ of a joint service checks its part of the materials.
    case check
    /// Accept, ask for what is missing, or refuse to accept.
    case accept
    /// The lead organ sends the one combined request for what is missing.
    case request
    /// The applicant supplies what was asked for.
    case supply
    /// What was supplied is checked; it may not be asked for a second time.
    case recheck
    case review
    /// A co-organ gives its opinion.
    case opinion
    case inspect
    case decide
    case deliver
    /// After a decision on commitment, what was promised is verified.
    case verify
    /// What was promised was not true: whether what was granted on it ends.
    case revoke
    /// A colleague was asked for an opinion; outside the process.
    case advise
    /// Something that is to be published is written, or written anew.
    case write
    /// The answer to a question put to the organ is drafted; it is no decision on a licence.
    case answer
    /// The office that took it in names the organ that answers (转送、交办).
    case assign
}
