import DecisionModel

extension ProcessInstance {
    /// What people and faults have done to a step.
    struct Handling: Sendable, Hashable {
        /// Who completed it, in the caller's words.
        var completedBy: String?
        /// The outcome it was completed with.
        var outcome: String?
        /// Who has it.
        var holder: String?
        /// Who gave it away for a while and gets it back.
        var owner: String?
        /// The earlier passage it repeats, so that whoever did it gets it again.
        var repeats: Int?
        /// The members of the group that come first.
        var awaits: [Int] = []
        /// Whether nobody has been told of it, because its turn has not come.
        var isUnseen = false
        /// Whether its holder has begun.
        var isBegun = false
        /// Whether it stands still by itself.
        var isSuspended = false
        /// Why the system could not do it.
        var incident: String?
        /// How often it was urged.
        var urgings = 0
        /// The item of the list it was made for.
        var item: Value?
        /// A group's items that have not been begun yet come from here.
        var items: [Value] = []
        /// How many of a group's drawn instances have been opened.
        var opened = 0
        /// How many of them are done.
        var done = 0
        /// A group's answers, by outcome.
        var votes: [String: Int] = [:]
        /// How many instances of a group were taken away before they were done.
        var removed = 0
        /// Whether people made the group (加签), not the drawing.
        var isSigning = false
        /// Whether people have added somebody to the group.
        var hasSigners = false
        /// What it is to a version of the process that does not know it.
        var past: Past?
    }

    /// What a step that is over is after the instance has changed its version.
    enum Past: String, Sendable, Codable {
        /// The version has no such step any more: nobody can go back to it, only further.
        case retired
        /// It was final when it was done, and still is: nobody can go back behind it.
        case sealed
    }
}
