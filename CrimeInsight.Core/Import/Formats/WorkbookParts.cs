using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CrimeInsight.Core.Import.Formats;

/// <summary>
/// The parts of a workbook that its sheets refer to: their names, shared texts, and which formats of cells are dates (ECMA-376, parts 1 and 2).
/// </summary>
internal sealed class WorkbookParts : IDisposable
{
    private const string Folder = "xl/";
    private const string Texts = Folder + "sharedStrings.xml";

    private readonly ZipArchive _archive;
    private readonly List<bool> _areDates = [];

    public WorkbookParts(ZipArchive archive)
    {
        _archive = archive;
        var targets = ReadTargets();
        Read("workbook.xml", reader =>
        {
            if (reader.LocalName == "workbookPr")
                Is1904 = reader.GetAttribute("date1904") is "1" or "true";
            else if (reader.LocalName == "sheet" && LinkOf(reader) is { } link && targets.TryGetValue(link, out var path))
                Sheets.Add((reader.GetAttribute("name") ?? "", path, reader.GetAttribute("state") is null or "visible"));
        });
        ReadFormats();
        Shared = new SharedTexts(archive.GetEntry(Texts) is null ? null : Open(Texts));
    }

    public List<(string Name, string Path, bool IsVisible)> Sheets { get; } = [];

    public SharedTexts Shared { get; }

    /// <summary>Days are counted from 1904.</summary>
    public bool Is1904 { get; private set; }

    public bool IsDate(int style) => style >= 0 && style < _areDates.Count && _areDates[style];

    public void Dispose() => Shared.Dispose();

    /// <summary>Unpacked bytes of a part.</summary>
    public long LengthOf(string path) => _archive.GetEntry(path)?.Length ?? 0;

    public XmlReader Open(string path)
    {
        var entry = _archive.GetEntry(path) ?? throw new ImportRefusedException(FileProblem.Damaged, path);
        return XmlReader.Create(LimitedStream.Of(entry), new XmlReaderSettings { CloseInput = true, IgnoreComments = true });
    }

    private static string? LinkOf(XmlReader reader)
    {
        for (var found = reader.MoveToFirstAttribute(); found; found = reader.MoveToNextAttribute())
            if (reader.LocalName == "id" && reader.NamespaceURI.Length > 0)
            {
                var link = reader.Value;
                reader.MoveToElement();
                return link;
            }

        reader.MoveToElement();
        return null;
    }

    private Dictionary<string, string> ReadTargets()
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        Read("_rels/workbook.xml.rels", reader =>
        {
            if (reader.LocalName == "Relationship" && reader.GetAttribute("Target") is { } target)
                targets[reader.GetAttribute("Id") ?? ""] = target.StartsWith('/') ? target[1..] : Folder + target;
        });
        return targets;
    }

    private void ReadFormats()
    {
        var dated = new HashSet<int>();
        var isInCells = false;
        Read("styles.xml", reader =>
        {
            if (reader.LocalName == "numFmt" && int.TryParse(reader.GetAttribute("numFmtId"), out var id) && IsDated(reader.GetAttribute("formatCode") ?? ""))
                dated.Add(id);
            else if (reader.LocalName is "cellXfs" or "cellStyleXfs" or "dxfs")
                isInCells = reader.LocalName == "cellXfs";
            else if (reader.LocalName == "xf" && isInCells)
                _areDates.Add(int.TryParse(reader.GetAttribute("numFmtId"), out var format)
                    && (format is (>= 14 and <= 22) or (>= 45 and <= 47) || dated.Contains(format)));
        });
    }

    // Letters of days and times outside quotes, brackets of colours and conditions, and escapes.
    private static bool IsDated(string format)
    {
        var (isQuoted, isBracketed) = (false, false);
        for (var i = 0; i < format.Length; i++)
        {
            var letter = char.ToLowerInvariant(format[i]);
            if (letter == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && letter is '[' or ']')
                isBracketed = letter == '[' && !(i + 1 < format.Length && char.ToLowerInvariant(format[i + 1]) is 'h' or 'm' or 's');
            else if (letter is '\\' or '_' or '*')
                i++;
            else if (!isQuoted && !isBracketed && letter is 'y' or 'm' or 'd' or 'h' or 's' && !isQuoted && !isBracketed)
                return true;
        }

        return false;
    }

    /// <summary>The text of an element's runs, without how they are spoken. Stands on the element's end afterwards.</summary>
    public static string TextIn(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        var (depth, isSpoken, isText) = (reader.Depth, false, false);
        string? only = null;
        StringBuilder? text = null;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement && reader.LocalName == "rPh")
                isSpoken = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            else if (reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                isText = reader is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false };
            else if (isText && !isSpoken)
                (only, text) = only is null ? (reader.Value, text) : (only, (text ?? new StringBuilder(only)).Append(reader.Value));
        }

        return text?.ToString() ?? only ?? "";
    }

    private void Read(string name, Action<XmlReader> read)
    {
        if (_archive.GetEntry(Folder + name) is null)
            return;
        using var reader = Open(Folder + name);
        while (reader.Read())
            if (reader.NodeType == XmlNodeType.Element)
                read(reader);
    }
}
