import Web

extension Power {
    /// Looking at what is being written, in the columns of one's posts.
    static let readContent = Power("content.read", "查看稿件", .matters)
    /// Writing.
    static let writeContent = Power("content.write", "起草和修改稿件", .matters)
    /// Looking it over, and signing that no secret is in it (保密审查).
    static let reviewContent = Power("content.review", "审核稿件和保密审查", .matters)
    /// Putting it before the public and taking it back.
    static let publishContent = Power("content.publish", "发布和撤下稿件", .matters)
    /// Making sites and columns, and saying who works on them.
    static let tendSites = Power("site.tend", "建立和管理站点、栏目", .matters)
}
