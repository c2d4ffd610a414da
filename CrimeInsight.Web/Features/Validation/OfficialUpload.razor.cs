using System.Globalization;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.OfficialFigures.Reading;
using CrimeInsight.Web.Resources;
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
    private OfficialDraft? _draft;
    private string _source = UsualSource;
    private string _edition = "";
    private string _state = "";
    private string _fileName = "";
    private string? _message;
    private int? _year;
    private bool _isReading;

    [Inject] public required IStringLocalizer<ValidationText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required OfficialServices Services { get; init; }

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }

    protected override async Task OnInitializedAsync() => _editions = await Services.Figures.ListAsync(_lifetime.Token);

    private Task ReadAsync(InputFileChangeEventArgs chosen) => TryAsync(async () =>
    {
        (_draft, _fileName) = (null, chosen.File.Name);
        if (chosen.File.Size > OfficialImport.MostBytes)
        {
            _message = ProblemText(OfficialProblem.TooLarge);
            return;
        }

        await using var content = chosen.File.OpenReadStream(OfficialImport.MostBytes, _lifetime.Token);
        var draft = await Services.Import.ReadAsync(content, _year, _state.Length == 0 ? null : _state, _lifetime.Token);
        _message = draft.Problem is { } problem ? ProblemText(problem) : null;
        _draft = draft.Problem is null ? draft : null;
        _edition = _edition.Length > 0 ? _edition : Path.GetFileNameWithoutExtension(_fileName);
    });

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
        catch (ImportRefusedException)
        {
            // No text at all, such as a workbook.
            _message = ProblemText(OfficialProblem.NoTable);
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
