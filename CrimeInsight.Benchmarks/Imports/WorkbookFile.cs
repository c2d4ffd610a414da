using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using CrimeInsight.Benchmarks.Faults;

namespace CrimeInsight.Benchmarks.Imports;

/// <summary>A workbook written as spreadsheets do, row by row: every text once, in the part of shared texts.</summary>
internal sealed class WorkbookFile : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly ZipArchive _zip;
    private readonly StreamWriter _sheet;
    private readonly Dictionary<string, int> _shared = [];
    private int _rows;

    public WorkbookFile(string path)
    {
        _zip = ZipFile.Open(path, ZipArchiveMode.Create);
        using (var plain = new ZipArchive(new MemoryStream(DataFiles.Workbook([("Cases", "")])), ZipArchiveMode.Read))
            foreach (var part in plain.Entries.Where(part => !part.Name.StartsWith("sheet", StringComparison.Ordinal)))
            {
                using var from = part.Open();
                using var to = _zip.CreateEntry(part.FullName).Open();
                from.CopyTo(to);
            }

        _sheet = Part("xl/worksheets/sheet1.xml");
        _sheet.Write($"<worksheet xmlns=\"{Main}\"><sheetData>");
    }

    public void Write(IReadOnlyList<string> cells)
    {
        _sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{++_rows}\">"));
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Length == 0)
                continue;
            _sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + i)}{_rows}\""));
            if (double.TryParse(cells[i], NumberStyles.Float, CultureInfo.InvariantCulture, out _))
                _sheet.Write($"><v>{cells[i]}</v></c>");
            else
                _sheet.Write(string.Create(CultureInfo.InvariantCulture, $" t=\"s\"><v>{Shared(cells[i])}</v></c>"));
        }

        _sheet.Write("</row>");
    }

    public void Dispose()
    {
        _sheet.Write("</sheetData></worksheet>");
        _sheet.Dispose();
        using (var texts = Part("xl/sharedStrings.xml"))
        {
            texts.Write($"<sst xmlns=\"{Main}\">");
            foreach (var text in _shared.Keys)
                texts.Write($"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>");
            texts.Write("</sst>");
        }

        _zip.Dispose();
    }

    private int Shared(string text)
    {
        if (!_shared.TryGetValue(text, out var index))
            _shared.Add(text, index = _shared.Count);
        return index;
    }

    private StreamWriter Part(string name) => new(_zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 1 << 16);
}
