import Foundation
import Refusals
import WorkingTime
import Yams

/// A line of public information on the home page; sample data until the editorial office exists.
struct NewsItem: Sendable {
    let title: String
    let date: CivilDate

    static func delivered() throws -> [NewsItem] {
        let file = Bundle.module.bundleURL.appending(path: "Resources/news.yaml")
        let sample = try YAMLDecoder().decode(Sample.self, from: Data(contentsOf: file))
        return sample.openness.compactMap { line in
            CivilDate(iso: line.date).map { NewsItem(title: line.title, date: $0) }
        }
    }

    private struct Sample: Decodable {
        struct Line: Decodable {
            let title: String
            let date: String
        }

        let openness: [Line]
    }
}
