using CrimeInsight.Core;
using CrimeInsight.Core.People;
using CrimeInsight.Core.People.Files;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.People;

/// <summary>Brings people in by a file: every row judged first, then all of them or none.</summary>
public sealed partial class PeopleFilePanel
{
    private const int MostShown = 200;
    private const long MostBytes = 2 << 20;

    private PeopleFileReport? _report;
    private string? _error;
    private bool _isApplying;

    [Inject] public required IStringLocalizer<PeopleText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required IPeople People { get; init; }

    [Parameter, EditorRequired] public required Viewer Admin { get; set; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    /// <summary>Told the codes of those who were invited.</summary>
    [Parameter, EditorRequired] public EventCallback<IReadOnlyList<IssuedCode>> OnApplied { get; set; }

    [Parameter, EditorRequired] public EventCallback OnClose { get; set; }

    private static string KeyOf(PeopleFileOutcome outcome) => outcome switch
    {
        PeopleFileOutcome.Invited => nameof(PeopleText.OutcomeInvited),
        PeopleFileOutcome.Changed => nameof(PeopleText.OutcomeChanged),
        _ => nameof(PeopleText.OutcomeSame),
    };

    private static string KeyOf(PeopleFileProblem problem) => problem switch
    {
        PeopleFileProblem.NameMissing => nameof(PeopleText.NameMissing),
        PeopleFileProblem.UserNameBad => nameof(PeopleText.UserNameBad),
        PeopleFileProblem.UserNameTwice => nameof(PeopleText.ProblemTwice),
        PeopleFileProblem.RoleUnknown => nameof(PeopleText.ProblemRole),
        PeopleFileProblem.PlaceMissing => nameof(PeopleText.ProblemPlaceMissing),
        PeopleFileProblem.PlaceUnknown => nameof(PeopleText.ProblemPlaceUnknown),
        PeopleFileProblem.PlaceNotYours => nameof(PeopleText.ProblemPlaceNotYours),
        PeopleFileProblem.OwnRights => nameof(PeopleText.ProblemOwnRights),
        _ => nameof(PeopleText.ProblemNotYours),
    };

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
            _report = new PeopleFile(Admin, await People.ListAsync(Admin, CancellationToken.None), Reference.Jurisdictions).Judge(text);
        }
        catch (OperatorException)
        {
            _error = Text[nameof(PeopleText.FileBad), Format.Number(PeopleFile.MostRows)];
        }
        catch (IOException)
        {
            _error = Text[nameof(PeopleText.FileBad), Format.Number(PeopleFile.MostRows)];
        }
        catch (PersonRefusedException)
        {
            _error = Text[nameof(PeopleText.NotAllowed)];
        }
    }

    private async Task ApplyAsync()
    {
        if (_report is not { IsAcceptable: true } report || _isApplying)
            return;
        _isApplying = true;
        try
        {
            var codes = await People.ApplyAsync(Admin, report.Invitations, report.Edits, CancellationToken.None);
            (_report, _error) = (null, null);
            await OnApplied.InvokeAsync(codes);
        }
        catch (PersonRefusedException refused)
        {
            _error = Text[refused.Reason == PersonRefusal.NameTaken ? nameof(PeopleText.FileNameTaken) : nameof(PeopleText.NotAllowed)];
        }
        catch (Exception)
        {
            _error = Text[nameof(PeopleText.ActionFailed)];
        }

        _isApplying = false;
    }
}
