import Storage

extension Performance {
    /// The figures that others may measure by, each with its name.
    public static let catalogue: [(key: String, name: String)] = Figure.allCases.map {
        ($0.rawValue, $0.chinese)
    }

    /// The figures of an organ in a year, by key, as far as they are counted.
    ///
    /// - Throws: `StorageError`.
    public static func amounts(of organ: String, in year: Int, _ tx: Transaction) throws -> [String:
        Int]
    {
        guard let period = Period(String(year)) else { return [:] }
        let own = try FigureStore.organ(organ, in: period, tx)
        return own.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }
    }

    /// The page of the cases behind a figure of an organ in a year; nil for one that has none.
    public static func cases(of organ: String, in year: Int, behind figure: String) -> String? {
        guard Figure(rawValue: figure)?.hasCases == true else { return nil }
        return PerformancePath.cases(String(year), organ, figure)
    }
}
