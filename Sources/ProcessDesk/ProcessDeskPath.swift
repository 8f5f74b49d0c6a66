/// Where the process desk's pages stand.
public enum ProcessDeskPath {
    /// The processes there are.
    public static let processes = "/desk/processes"
    /// The decision tables there are.
    public static let decisions = "/desk/decisions"

    /// Where a drawn process is handed in.
    static let upload = "/desk/process-upload"

    /// One process with its versions.
    static func process(_ id: String) -> String { "\(processes)/\(id)" }

    /// One version of a process.
    static func version(_ version: String, of id: String) -> String { "\(process(id))/versions/\(version)" }

    /// The file of a version.
    static func file(_ number: String, of id: String) -> String { "\(version(number, of: id))/file" }

    /// Where a version is taken out of use.
    static func retirement(of number: String, of id: String) -> String {
        "\(version(number, of: id))/retirement"
    }

    /// Two versions of a process side by side.
    static func comparison(of id: String) -> String { "\(process(id))/comparison" }

    /// Where running cases go on by another version.
    static func migration(of id: String) -> String { "\(process(id))/migration" }

    /// Where cases stand in a version.
    static func heat(_ number: String, of id: String) -> String { "\(version(number, of: id))/figures" }

    /// Where the cases are counted anew.
    static func recount(_ number: String, of id: String) -> String {
        "\(version(number, of: id))/figures/count"
    }

    /// Where a version is tried.
    static func tryOut(_ number: String, of id: String) -> String { "\(version(number, of: id))/try-out" }

    /// Where a proposal is tried.
    static func proposalTryOut(_ id: String) -> String { "\(proposal(id))/try-out" }

    /// A proposal.
    static func proposal(_ id: String) -> String { "/desk/process-proposals/\(id)" }

    /// The file of a proposal.
    static func proposalFile(_ id: String) -> String { "\(proposal(id))/file" }

    /// Where something is done with a proposal.
    static func proposal(_ id: String, _ act: ProposalAct) -> String { "\(proposal(id))/\(act.rawValue)" }
}
