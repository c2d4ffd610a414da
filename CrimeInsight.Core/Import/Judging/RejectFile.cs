using System.Globalization;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Writes rejects as CSV that a spreadsheet opens without running anything in it.</summary>
public sealed class RejectFile
{
    private readonly TextWriter _writer;

    public RejectFile(TextWriter writer)
    {
        _writer = writer;
        writer.WriteLine("row,line,column,value,reason,suggestion");
    }

    public void Write(RejectedCell reject)
    {
        _writer.Write(reject.Row.ToString(CultureInfo.InvariantCulture));
        _writer.Write(',');
        _writer.Write(reject.Line.ToString(CultureInfo.InvariantCulture));
        _writer.Write(',');
        _writer.Write(Cell(reject.Column));
        _writer.Write(',');
        _writer.Write(Cell(reject.Value ?? ""));
        _writer.Write(',');
        _writer.Write(reject.Reason.ToString());
        _writer.Write(',');
        _writer.WriteLine(Cell(reject.Suggestion ?? ""));
    }

    private static string Cell(string text)
    {
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
            text = "'" + text;
        return text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
