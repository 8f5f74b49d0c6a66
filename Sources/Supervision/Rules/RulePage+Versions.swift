import Web
import WorkingTime

/// The versions of a rule beside the one that is shown.
extension RulePage {
    /// A version whose day will come: until then this one looks.
    var coming: HTML {
        let next = family.first { $0.state == .on && !$0.isOn(today) && $0.id != version.id }
        guard let next, version.isOn(today), let day = next.onFrom else { return .empty }
        let link = "<a href=\"\(SupervisionPath.rule(String(next.id)))\">第 \(next.version) 版</a>" as HTML
        return Notice("将由新版接替", "<p>\(link)从\(day.chinese)起启用，在这以前仍由本版监察。</p>").html
    }

    /// All of them, the newest first.
    var versions: HTML {
        guard family.count > 1 else { return .empty }
        let links = family.sorted { $0.version > $1.version }.map { other in
            "<li><a href=\"\(SupervisionPath.rule(String(other.id)))\">第 \(other.version) 版</a> \(other.badge)</li>"
                as HTML
        }
        return "<h2>各个版本</h2><ul>\(HTML.joined(links))</ul>"
    }
}
