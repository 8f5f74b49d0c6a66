import Refusals
import WorkingTime

/// The divisions of the whole country down to counties (GB/T 2260), as they stood on a day.
public struct RegionTable: Sendable, Hashable {
    /// A line of the table.
    public struct Region: Sendable, Hashable {
        /// Six digits.
        public let code: String
        /// Its own name, for example `端州区`.
        public let name: String

        /// A line.
        public init(code: String, name: String) { (self.code, self.name) = (code, name) }
    }

    /// A division with the names of those it lies in.
    public struct Place: Sendable, Hashable {
        /// Six digits.
        public let code: String
        /// `广东省肇庆市端州区`.
        public let path: String
    }

    /// The day whose state it tells.
    public let stateOn: CivilDate
    /// Its lines, by code.
    public let regions: [Region]
    /// What people can pick from: without the lines that name no place, such as 市辖区.
    public let places: [Place]

    /// A table with fewer provinces or lines than the country has is only a part of it.
    static let leastProvinces = 31
    static let leastRegions = 2_800
    /// More lines than the country has are something else.
    static let mostRegions = 6_000

    /// Lines of the standard that only hold others together.
    private static let placeholders: Set = ["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"]

    /// A table of all of these.
    ///
    /// - Throws: `invalid` at `file` with the first line that cannot be, or when it is only a part of the country.
    public init(stateOn: CivilDate, _ lines: [Region]) throws {
        let codes = Set(lines.map(\.code))
        for line in lines {
            guard line.code.wholeMatch(of: /[1-9][0-9]{5}/) != nil else {
                throw DomainError.invalid("file", "“\(String(line.code.prefix(20)))”不是 6 位行政区划代码。")
            }
            guard (1...40).contains(line.name.count) else {
                throw DomainError.invalid("file", "\(line.code) 的名称应为 1 至 40 个字。")
            }
            guard codes.contains(line.code.prefix(2) + "0000") else {
                throw DomainError.invalid("file", "\(line.code) 所在的省级没有一行，请核对文件是否完整。")
            }
        }
        guard codes.count == lines.count else {
            throw DomainError.invalid("file", "同一个代码写了不止一次，请核对文件。")
        }
        let provinces = codes.filter { $0.hasSuffix("0000") }.count
        guard provinces >= Self.leastProvinces, codes.count >= Self.leastRegions else {
            throw DomainError.invalid(
                "file", "文件里只有 \(provinces) 个省级、\(codes.count) 个区划，不是全国的代码表。请上传完整的一份。")
        }
        self.stateOn = stateOn
        regions = lines.sorted { $0.code < $1.code }
        places = Self.places(of: regions)
    }

    private static func places(of regions: [Region]) -> [Place] {
        let real = regions.filter { !placeholders.contains($0.name) }
        let names = Dictionary(real.map { ($0.code, $0.name) }) { first, _ in first }
        return real.map { region in
            let wider = [region.code.prefix(2) + "0000", region.code.prefix(4) + "00"].map(String.init)
            let around = wider.filter { $0 != region.code }.compactMap { names[$0] }
            return Place(code: region.code, path: around.joined() + region.name)
        }
    }
}

extension RegionTable {
    /// Reads the layout of the delivered file: a header, then `代码,名称` a line.
    init(stateOn: CivilDate, text: String) throws {
        let lines = text.split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: ",", maxSplits: 1).map(String.init)
            return Region(code: cells.first ?? "", name: cells.count > 1 ? cells[1] : "")
        }
        try self.init(stateOn: stateOn, lines)
    }

    /// The same layout.
    var text: String { "代码,名称\n" + regions.map { "\($0.code),\($0.name)\n" }.joined() }
}
