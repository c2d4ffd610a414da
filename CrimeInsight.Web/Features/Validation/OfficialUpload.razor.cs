using System.Globalization;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.OfficialFigures.Reading;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Controls;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Validation;

/// <summary>Reads an official table, tells what it holds and whether its sums are right, and keeps it when asked to; each can be taken back.</summary>
public sealed partial class OfficialUpload : IDisposable
{
    private const int MostShown = 5;
    private const int MostNames = 20;
    private const int BytesOfMegabyte = 1024 * 1024;
    private const string UsualSource = "NCRB Crime in India";

    private readonly CancellationTokenSource _lifetime = new();
    private IReadOnlyList<OfficialEdition> _editions = [];
    private IReadOnlyList<string> _parts = [];
    private DataFileChoice _choice = new();
    private OfficialDraft? _draft;
    private byte[] _content = [];
    private string? _part;
    private string _source = UsualSource;
    private string _edition = "";
    private string _state = "";
    private string _fileName = "";
    private string? _message;
    private int? _year;
    private bool _isReading;
    private bool _isSheet;

    [Inject] public required IStringLocalizer<ValidationText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required OfficialServices Services { get; init; }

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }

    protected override async Task OnInitializedAsync() => _editions = await Services.Figures.ListAsync(_lifetime.Token);

    private IEnumerable<ChoiceOption> Parts =>
        [.. _part is null ? [new ChoiceOption("", "")] : Array.Empty<ChoiceOption>(), .. _parts.Select(part => new ChoiceOption(part, part))];

    private Task ReadAsync(InputFileChangeEventArgs chosen) => TryAsync(async () =>
    {
        (_draft, _fileName, _parts, _part, _choice) = (null, chosen.File.Name, [], null, new DataFileChoice());
        if (chosen.File.Size > OfficialImport.MostBytes)
        {
            _message = ProblemText(OfficialProblem.TooLarge);
            return;
        }

        await using var content = chosen.File.OpenReadStream(OfficialImport.MostBytes, _lifetime.Token);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, _lifetime.Token);
        _content = copy.ToArray();
        await ReadContentAsync();
    });

    // The sheet or the file that holds the table, of those that were found.
    private Task ChooseAsync(string part) => TryAsync(() =>
    {
        _part = part;
        _choice = _isSheet ? _choice with { Sheet = part } : _choice with { Entry = part };
        return ReadContentAsync();
    });

    private async Task ReadContentAsync()
    {
        _draft = null;
        var draft = await Services.Import.ReadAsync(new MemoryStream(_content), _year, _state.Length == 0 ? null : _state, _choice, _lifetime.Token);
        _message = draft.Problem is { } problem ? ProblemText(problem) : null;
        _draft = draft.Problem is null ? draft : null;
        _edition = _edition.Length > 0 ? _edition : Path.GetFileNameWithoutExtension(_fileName);
    }

    private Task KeepAsync() => TryAsync(async () =>
    {
        if (_draft is not { } draft || await Services.Viewers.GetAsync(_lifetime.Token) is not { } viewer)
            return;
        var (source, edition) = (_source.Trim().Length > 0 ? _source.Trim() : UsualSource, _edition.Trim().Length > 0 ? _edition.Trim() : _fileName);
        var kept = await Services.Import.StoreAsync(draft, source, edition, _fileName, viewer, _lifetime.Token);
        (_draft, _edition) = (null, "");
        _message = Text[nameof(ValidationText.UploadDone), Format.Number(kept.Figures)];
        _editions = await Services.Figures.ListAsync(_lifetime.Token);
    });

    private Task UndoAsync(OfficialEdition edition) => TryAsync(async () =>
    {
        if (await Services.Viewers.GetAsync(_lifetime.Token) is not { } viewer)
            return;
        await Services.Figures.UndoAsync(edition.Id, viewer, _lifetime.Token);
        _message = Text[nameof(ValidationText.UndoDone)];
        _editions = await Services.Figures.ListAsync(_lifetime.Token);
    });

    private async Task TryAsync(Func<Task> act)
    {
        if (_isReading)
            return;
        (_isReading, _message) = (true, null);
        try
        {
            await act();
        }
        catch (ImportRefusedException refusal)
        {
            if (refusal.Parts.Count > 0)
                (_parts, _part, _isSheet) = (refusal.Parts, null, refusal.Problem == FileProblem.SheetSeveral);
            _message = refusal.Parts.Count > 0 ? Text[nameof(ValidationText.UploadSeveral)] : ProblemText(refusal);
        }
        catch (Exception) when (!_lifetime.IsCancellationRequested)
        {
            _message = Text[nameof(ValidationText.UploadFailed)];
        }
        finally
        {
            _isReading = false;
        }
    }

    private string CheckText(OfficialDraft draft) => Text[
        nameof(ValidationText.UploadCheck),
        Format.Number(draft.Rows),
        Format.Number(draft.Cells.Length),
        Format.Number(draft.Cells.Select(cell => cell.PlaceId).Distinct().Count()),
        Format.Number(draft.Years.Length),
        Format.Number(draft.Checks),
        Format.Number(draft.Differences.Length),
        Format.Number(draft.Unplaced.Length)];

    private string DifferenceText(SumDifference one) => Text[
        nameof(ValidationText.UploadDifference), one.Place, one.Year.ToString(CultureInfo.InvariantCulture), one.Head, Format.Number(one.Summed),
        Format.Number(one.Printed)];

    private string ProblemText(OfficialProblem problem) => problem switch
    {
        OfficialProblem.RatesOnly => Text[nameof(ValidationText.UploadProblemRatesOnly)],
        OfficialProblem.YearMissing => Text[nameof(ValidationText.UploadProblemYearMissing)],
        OfficialProblem.HeadsUnknown => Text[nameof(ValidationText.UploadProblemHeadsUnknown)],
        OfficialProblem.PlacesUnknown => Text[nameof(ValidationText.UploadProblemPlacesUnknown)],
        OfficialProblem.TooLarge => Text[nameof(ValidationText.UploadProblemTooLarge), Format.Number(OfficialImport.MostBytes / BytesOfMegabyte)],
        _ => Text[nameof(ValidationText.UploadProblemNoTable)],
    };

    private static string ProblemText(ImportRefusedException refusal) => string.Format(
        CultureInfo.CurrentCulture, ImportText.ResourceManager.GetString($"File{refusal.Problem}", CultureInfo.CurrentUICulture) ?? "", [.. refusal.Details]);

    private static string UnknownHeads(OfficialDraft draft) =>
        Listed(draft.Heads.Where(head => head.Kind is PrintedKind.Unknown or PrintedKind.None).Select(head => head.Name));

    private static string Unplaced(OfficialDraft draft) =>
        Listed(draft.Unplaced.Select(unit => unit.State.Length == 0 ? unit.Unit : $"{unit.Unit} ({unit.State})"));

    private static string Listed(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(MostNames)) + (all.Count > MostNames ? ", …" : "");
    }
}
