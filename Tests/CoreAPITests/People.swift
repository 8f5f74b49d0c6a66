import Identity

/// The people of the stories.
enum People {
    static let chenjing = citizen(1, "chenjing", "陈静")
    static let all: [String: Account] = [
        "chenjing": chenjing,
        "zhangwei": citizen(2, "zhangwei", "张伟"),
        "clerk": officer(3, "clerk", "梁小雯", Post(organ: "zwfw", role: .clerk)),
        "officer-scjg": officer(4, "officer-scjg", "李敏", Post(organ: "scjg", role: .officer)),
        "head-scjg": officer(5, "head-scjg", "黄志强", Post(organ: "scjg", role: .head)),
        "officer-jyj": officer(6, "officer-jyj", "郭家乐", Post(organ: "jyj", role: .officer)),
        "supervisor": officer(7, "supervisor", "何正", Post(organ: "jw", role: .supervisor)),
        // Two posts: the organ of the task decides for which one he acts.
        "two-posts": officer(
            8, "two-posts", "任立新", Post(organ: "jyj", role: .officer), Post(organ: "zwfw", role: .clerk)),
    ]

    private static func citizen(_ id: Int64, _ name: String, _ displayName: String) -> Account {
        Account(id: id, name: name, displayName: displayName, personID: nil, posts: [], entities: [])
    }

    private static func officer(_ id: Int64, _ name: String, _ displayName: String, _ posts: Post...)
        -> Account
    {
        Account(id: id, name: name, displayName: displayName, personID: nil, posts: posts, entities: [])
    }
}
