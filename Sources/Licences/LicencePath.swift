/// The addresses of licences.
public enum LicencePath {
    /// One's own licences (我的证照).
    public static let wallet = "/my/licences"
    /// The types.
    public static let types = "/desk/licence-types"
    /// The licences of one's organ.
    public static let desk = "/desk/licences"
    /// The keys licences are checked with.
    public static let keys = "/licences/keys"
    /// Where a file is checked.
    public static let fileCheck = "/verify/file"

    /// One of one's own licences.
    public static func held(_ id: String) -> String { "\(wallet)/\(id)" }
    /// Its paper.
    public static func pdf(_ id: String) -> String { "\(held(id))/paper" }
    /// Its signed file.
    public static func file(_ id: String) -> String { "\(held(id))/file" }
    /// Where it is shown.
    public static func showings(_ id: String) -> String { "\(held(id))/showings" }
    /// What somebody sees whom it is shown.
    public static func shown(_ code: String) -> String { "/verify/shown/\(code)" }
    /// A type.
    static func type(_ code: String) -> String { "\(types)/\(code)" }
    /// A licence for those who look after it.
    public static func kept(_ id: String) -> String { "\(desk)/\(id)" }
    /// Where something is done with it.
    static func act(_ id: String, _ act: DeskAct) -> String { "\(kept(id))/\(act.rawValue)" }
}
