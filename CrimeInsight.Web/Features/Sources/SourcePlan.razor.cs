using System.Globalization;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Sources;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Sources;

/// <summary>When a source is read, how, under whose rights, and what is then done.</summary>
public sealed partial class SourcePlan
{
    [Inject] public required IStringLocalizer<SourcesText> Text { get; init; }

    [Parameter, EditorRequired] public required SourceForm Form { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<SavedMapping> Mappings { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<ManagedPerson> Owners { get; set; }

    private IEnumerable<ChoiceOption> RhythmOptions =>
        Enum.GetValues<SourceRhythm>().Select(rhythm => new ChoiceOption(rhythm.ToString(), Text[SourceWords.RhythmKey(rhythm)]));

    private static IEnumerable<ChoiceOption> WeekdayOptions => Enum.GetValues<DayOfWeek>()
        .Select(day => new ChoiceOption(((int)day).ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day)));

    private IEnumerable<ChoiceOption> MappingOptions =>
        [new("", Text[nameof(SourcesText.MappingNone)]), .. Mappings.Select(mapping => new ChoiceOption(mapping.Name, mapping.Name))];

    private IEnumerable<ChoiceOption> OwnerOptions => Owners.Select(owner => new ChoiceOption(owner.Id.ToString(), owner.DisplayName));

    private IEnumerable<ChoiceOption> ActOptions =>
    [
        new(nameof(SourceAct.Check), Text[nameof(SourcesText.ActCheck)]),
        new(nameof(SourceAct.Import), Text[nameof(SourcesText.ActImport)]),
    ];

    private void ChooseRhythm(string rhythm) => Form.Rhythm = Enum.Parse<SourceRhythm>(rhythm);

    private void ChooseWeekday(string day) => Form.Weekday = int.Parse(day, CultureInfo.InvariantCulture);

    private void ChooseMapping(string name) => Form.MappingName = name;

    private void ChooseOwner(string owner) => Form.OwnerId = owner;

    private void ChooseAct(string act) => Form.Act = Enum.Parse<SourceAct>(act);
}
