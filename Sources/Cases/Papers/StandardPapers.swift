import Foundation

/// The templates that come with the program: what holds where the district has published none of its own.
public enum StandardPapers {
    /// By form. A test sees to it that there is one for each and that each can be used.
    public static let templates: [PaperForm: PaperTemplate] = {
        let file = Bundle.module.bundleURL.appending(path: "Resources/papers.json")
        let papers = (try? JSONDecoder().decode([PaperTemplate].self, from: Data(contentsOf: file))) ?? []
        return Dictionary(papers.map { ($0.form, $0) }) { first, _ in first }
    }()
}
