import Web

extension Assessment {
    /// Where a page of the period stands.
    ///
    /// - Parameter organ: the organ whose sheet it was opened from; nil for the sheet itself.
    func crumbs(under organ: String? = nil, _ here: String) -> [Link] {
        [
            Link("工作台", "/desk"), Link("绩效", "\(PerformancePath.ranking)?period=\(period.text)"),
        ] + (organ.map { [Link(name($0), PerformancePath.sheet(period.text, $0))] } ?? [])
            + [Link(here, nil)]
    }
}
