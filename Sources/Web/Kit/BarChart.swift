/// Numbers over time as bars, with the same numbers in a table for whoever cannot see or wants to copy them.
///
/// The words stand outside of the picture, so that they stay readable on a phone.
public struct BarChart: Sendable {
    /// A bar.
    public struct Bar: Sendable {
        let label: String
        let value: Int

        /// A bar with its label.
        public init(_ label: String, _ value: Int) { (self.label, self.value) = (label, value) }
    }

    private let sentence: String
    private let unit: String
    private let bars: [Bar]

    /// A chart; the sentence says what it shows, the unit what is counted.
    public init(_ sentence: String, unit: String, bars: [Bar]) {
        (self.sentence, self.unit, self.bars) = (sentence, unit, bars)
    }

    private static let barWidth = 10
    private static let height = 100
    private var most: Int { max(1, bars.map(\.value).max() ?? 1) }

    /// The chart and its table.
    public var html: HTML {
        """
        <figure class="chart"><figcaption>\(sentence)</figcaption>
        <p class="chart-most">最高 \(bars.map(\.value).max() ?? 0) \(unit)</p>
        <svg viewBox="0 0 \(max(1, bars.count) * Self.barWidth) \(Self.height)" preserveAspectRatio="none" role="img" \
        aria-label="\(sentence)">\(each: bars.enumerated(), { bar($0, $1) })</svg>
        <p class="chart-ends"><span>\(bars.first?.label ?? "")</span><span>\(bars.last?.label ?? "")</span></p>
        <details class="more"><summary>查看数据</summary>\(table)</details></figure>
        """
    }

    private func bar(_ place: Int, _ bar: Bar) -> HTML {
        let high = bar.value == 0 ? 0 : max(1, bar.value * Self.height / most)
        return """
            <rect x="\(place * Self.barWidth + 1)" y="\(Self.height - high)" width="\(Self.barWidth - 2)" height="\(high)">\
            <title>\(bar.label)：\(bar.value) \(unit)</title></rect>
            """
    }

    private var table: HTML {
        Table(
            sentence, columns: [.init("项目"), .init(unit, isNumber: true)],
            rows: bars.map { ["\($0.label)", "\($0.value)"] }
        ).html
    }
}
