import Web

/// A line in which something is looked for by its words.
struct WordSearch {
    let action: String
    let label: String
    let asked: String

    var html: HTML {
        """
        <form class="search" role="search" method="get" action="\(action)">\
        <input type="search" name="q" value="\(asked)" aria-label="\(label)" placeholder="\(label)" \
        autocomplete="off"><button class="button">查找</button></form>
        """
    }
}
