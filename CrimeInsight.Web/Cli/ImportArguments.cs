using System.CommandLine;
using CrimeInsight.Core.Import;

namespace CrimeInsight.Web.Cli;

/// <summary>What <c>import</c> can be asked for.</summary>
internal sealed class ImportArguments
{
    private readonly Argument<string> _file = new("FILE")
        { Description = "CSV, XLSX, Parquet, JSON, GeoJSON, or ZIP or GZIP of one (docs/import.md); - reads standard input" };

    private readonly Option<string?> _mapping = new("--mapping")
        { Description = "How a foreign file is read: a JSON file, or a name in seed-data/mappings such as indian-crimes-dataset" };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Judge every row and change nothing" };

    private readonly Option<bool> _endDemo = new("--end-demo")
        { Description =
            "Where the database holds synthetic demo cases: remove them all, and end the demo and its accounts for good, in the transaction that stores "
                + "these" };

    private readonly Option<bool> _update = new("--update")
        { Description = "A later export: known cases take on status, dates and what else goes on with them; without it such rows are conflicts" };

    private readonly Option<EqualRows?> _equalRows = new("--equal-rows")
        { Description = "Equal rows without a reference: keep each as a case of its own (the same file again adds none), or drop all but the first; "
            + "otherwise as the mapping says, else keep" };

    private readonly Option<string?> _override = new("--override")
        { Description = "Why the good rows are stored although more than 5 % of all are rejected; kept with the batch and in the audit trail" };

    private readonly Option<string[]> _supersede = new("--supersede")
        { Description = "CODE:YYYY-MM, several times: the source's cases registered there in that month are replaced by those of the file" };

    private readonly Option<string?> _user = new("--as")
        { Description =
            "Sign-in name of the administrator who imports; otherwise the first of the whole country, or an account without a password that is made for it" };

    private readonly Option<string?> _rejects = new("--rejects") { Description = "File for the rejected rows; otherwise FILE with the ending .rejects.csv" };

    private readonly Option<string?> _encoding = new("--encoding")
        { Description = "Text encoding of the file, such as windows-1252; otherwise found from its bytes" };

    private readonly Option<bool> _suggest = new("--suggest")
        { Description = "Print a mapping for the file as JSON, with reasons and questions, and import nothing" };

    private readonly Option<string?> _source = new("--source")
        { Description = "Within which source_reference is unique; otherwise the mapping's, else 'records'" };

    private readonly Option<string?> _entry = new("--entry") { Description = "Which file of an archive is imported, where it holds several" };

    private readonly Option<string?> _sheet = new("--sheet") { Description = "Which sheet of a workbook is imported, where several hold rows" };

    public Option<string?> Culture { get; } = new("--culture") { Description = "Language of messages: en-IN, hi-IN or ta-IN; otherwise the system's" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_file);
        foreach (var option in new Option[]
            {
                _mapping, _dryRun, _endDemo, _update, _equalRows, _override, _supersede, _user, _rejects, _encoding, _source, _entry, _sheet, _suggest, Culture,
            })
            command.Options.Add(option);
    }

    public ImportOptions Read(ParseResult parsed) => new()
    {
        File = parsed.GetRequiredValue(_file),
        Mapping = parsed.GetValue(_mapping),
        IsDryRun = parsed.GetValue(_dryRun),
        EndsDemo = parsed.GetValue(_endDemo),
        Updates = parsed.GetValue(_update),
        EqualRows = parsed.GetValue(_equalRows),
        Override = parsed.GetValue(_override),
        Supersedes = parsed.GetValue(_supersede) ?? [],
        User = parsed.GetValue(_user),
        Rejects = parsed.GetValue(_rejects),
        Encoding = parsed.GetValue(_encoding),
        Source = parsed.GetValue(_source),
        IsSuggestion = parsed.GetValue(_suggest),
        Entry = parsed.GetValue(_entry),
        Sheet = parsed.GetValue(_sheet),
    };
}
