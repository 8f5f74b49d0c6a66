/// The addresses of a person's own data.
enum PersonPath {
    /// What is known about me, and what I may ask for.
    static let data = "/my/data"
    /// A copy to take along.
    static let copies = "/my/data/copies"
    /// Who has looked.
    static let readings = "/my/readings"
    /// What I have asked for.
    static let requests = "/my/requests"

    /// Where a reading is complained about.
    static func complaint(_ id: String) -> String { "\(readings)/\(id)/complaint" }

    /// What persons ask an organ for.
    static let desk = "/desk/person-requests"
    /// Complaints, for the audit administrator.
    static let complaints = "/desk/audit/complaints"

    /// Where one of them is answered.
    static func answer(_ list: String, _ id: String) -> String { "\(list)/\(id)/answer" }
}
