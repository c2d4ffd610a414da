using CrimeInsight.Core;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Places;
using CrimeInsight.Core.Places.Files;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Controls;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Places;

/// <summary>Residents or points of many places by a file: every row judged first, then all of them or none.</summary>
public sealed partial class PlaceFilePanel
{
    private const int MostShown = 200;
    private const long MostBytes = 4 << 20;

    private PlaceFileKind _kind = PlaceFileKind.Populations;
    private PlaceFileReport? _report;
    private string _reason = "";
    private string? _error;
    private bool _isBusy;

    [Inject] public required IStringLocalizer<PlacesText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required PlacesServices Services { get; init; }

    [Inject] public required ShellServices Shell { get; init; }

    [Parameter, EditorRequired] public required Viewer Admin { get; set; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    [Parameter, EditorRequired] public EventCallback OnChanged { get; set; }

    private IEnumerable<ChoiceOption> Kinds =>
    [
        new(nameof(PlaceFileKind.Populations), Text[nameof(PlacesText.FilePopulations)]),
        new(nameof(PlaceFileKind.Points), Text[nameof(PlacesText.FilePoints)]),
    ];

    private static string KeyOf(PlaceFileProblem problem) => problem switch
    {
        PlaceFileProblem.PlaceUnknown => nameof(PlacesText.ProblemPlaceUnknown),
        PlaceFileProblem.PlaceNotYours => nameof(PlacesText.ProblemPlaceNotYours),
        PlaceFileProblem.Twice => nameof(PlacesText.ProblemTwice),
        PlaceFileProblem.YearBad => nameof(PlacesText.ProblemYear),
        PlaceFileProblem.ResidentsBad => nameof(PlacesText.ProblemResidents),
        _ => nameof(PlacesText.ProblemPoint),
    };

    private void ChooseKind(string kind) => (_kind, _report, _error) = (Enum.Parse<PlaceFileKind>(kind), null, null);

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        (_report, _error) = (null, null);
        try
        {
            using var content = new MemoryStream();
            await using (var stream = chosen.File.OpenReadStream(MostBytes))
                await stream.CopyToAsync(content);
            content.Position = 0;
            using var text = new StreamReader(content);
            var reason = _reason.Trim().Length > 0 ? _reason.Trim() : chosen.File.Name[..Math.Min(200, chosen.File.Name.Length)];
            _report = new PlaceFile(Admin, Reference.Jurisdictions, _kind, Services.Today).Judge(text, reason);
        }
        catch (Exception bad) when (bad is OperatorException or IOException)
        {
            _error = Text[nameof(PlacesText.FileBad), Format.Number(PlaceFile.MostRows)];
        }
    }

    private async Task ApplyAsync()
    {
        _isBusy = true;
        try
        {
            await Services.Edits.ApplyAsync(Admin, _report!.Requests, CancellationToken.None);
            _report = null;
            Shell.Notices.Add(Text[nameof(PlacesText.Done)], Severity.Success);
            await OnChanged.InvokeAsync();
        }
        catch (PlaceRefusedException refused)
        {
            _error = Text[PlaceWords.KeyOf(refused.Reason)];
        }
        catch (Exception)
        {
            _error = Text[nameof(PlacesText.ActionFailed)];
        }

        _isBusy = false;
    }
}
