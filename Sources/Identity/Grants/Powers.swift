import Web

/// Powers that more than one part of the house asks for.
extension Power {
    /// Seeing the matters of an organ, and the people they are about.
    public static let readCases = Power("case.read", "查看办件", .matters, isSight: true)
    /// Applying for the person at the counter (窗口代办).
    public static let fileAtCounter = Power("counter.file", "窗口代办", .matters)
    /// Comparing somebody with their identity card (当面核验).
    public static let assurePersons = Power("person.assure", "当面核验身份", .matters)
    /// Recording at the counter who acts for whom (代亲友办事、监护).
    public static let recordMandates = Power("mandate.record", "登记代亲友办事和监护", .matters)
    /// Seeing who holds which post.
    public static let readPosts = Power("post.read", "查看账号与岗位", .administration, isKept: true)
    /// Giving somebody a new one-time password.
    public static let resetPasswords = Power("password.reset", "重置密码", .security)

    /// Those that are asked for beside the policies of routes.
    public static let beyondRoutes: [Power] = [.readCases]
}
