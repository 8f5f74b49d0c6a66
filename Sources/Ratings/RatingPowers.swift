import Web

/// What is asked for on the desk of ratings.
extension Power {
    static let readRatings = Power("rating.read", "查看差评的办理情况", .matters)
    static let watchRatings = Power("rating.watch", "查看全区的差评办理情况", .matters, isSight: true)
    static let handleRatings = Power("rating.handle", "核实、整改和回访差评", .matters)
    static let contestRatings = Power("rating.contest", "对差评提出申诉", .matters)
    static let ruleRatings = Power("rating.rule", "裁定差评申诉", .matters)
    static let inviteRatings = Power("rating.invite", "给办事人发评价码", .matters)
}
