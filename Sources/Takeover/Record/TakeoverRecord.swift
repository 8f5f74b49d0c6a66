import Journal
import WorkingTime

/// One taking over from an older system, from the upload of its files to the end.
struct TakeoverRecord: Sendable, Hashable {
    /// What is taken over.
    enum Kind: String, Sendable, Hashable, CaseIterable {
        case staff
        case cases

        /// The word people read.
        var chinese: String { self == .staff ? "部门和用户" : "办件" }
    }

    /// Where it stands.
    enum State: String, Sendable, Hashable {
        /// The files have been read; nothing has been tried yet.
        case read
        case trying
        /// Tried: the report says what would become of each line, and nothing has been changed.
        case tried
        /// Asked for by one administrator, to be approved by another.
        case asked
        case taking
        case done
        case undoing
        case undone
    }

    /// Ours, time-ordered.
    let id: Int64
    let kind: Kind
    /// What people call the older system.
    let system: String
    let fileNames: [String]
    let lineCount: Int
    let creator: String
    let creatorID: Int64
    let createdAt: Instant
    var state: State
    var plan: StaffPlan
    /// Who asked for it.
    var asked: Actor?
    /// Who approved it.
    var approved: Actor?
    /// What the approver said when it was turned down.
    var remark: String?
    /// The job that works on it, or did last.
    var jobID: Int64?

    /// Why posts are given with it, as the changes of posts keep it.
    var reason: String { "自\(system)迁入（第 \(id) 号）" }

    /// Whether something goes on in the background.
    var isAtWork: Bool { [.trying, .taking, .undoing].contains(state) }

    /// What the job at work does.
    var act: TakeoverAct? {
        switch state {
        case .trying: .look
        case .taking: .take
        case .undoing: .undo
        default: nil
        }
    }
}

/// What is done line by line.
enum TakeoverAct: String, Sendable, Hashable, Codable {
    /// Finds out what would become of each, and changes nothing.
    case look
    /// Takes them over.
    case take
    /// Takes what was taken over away again.
    case undo
}
