using System.Globalization;
using System.Text;

namespace CrimeInsight.Web.Features.Export;

/// <summary>Rows of a CSV file (RFC 4180, UTF-8). No cell can be taken for a formula by a spreadsheet.</summary>
public sealed class CsvDocument
{
    private readonly StringBuilder _rows = new();

    public void Add(IEnumerable<string> cells) => _rows.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    public override string ToString() => _rows.ToString();

    /// <summary>Quotes when needed, and disarms what a spreadsheet would run.</summary>
    internal static string Cell(string value)
    {
        if (value.Length > 0 && value[0] is '=' or '+' or '@' or '\t' or '\r'
            || (value.StartsWith('-') && !double.TryParse(value, CultureInfo.InvariantCulture, out _)))
            value = "'" + value;
        return value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }
}
