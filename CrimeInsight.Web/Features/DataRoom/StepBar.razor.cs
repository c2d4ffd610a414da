using System.Globalization;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>The steps of an upload: where one is, what was done, what comes.</summary>
public sealed partial class StepBar
{
    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Parameter, EditorRequired] public required UploadWork Work { get; set; }

    [Parameter, EditorRequired] public WizardStep Current { get; set; }

    private string NameOf(WizardStep step) => Text[step switch
    {
        WizardStep.Understand => nameof(DataRoomText.StepUnderstand),
        WizardStep.Map => nameof(DataRoomText.StepMap),
        WizardStep.Check => nameof(DataRoomText.StepCheck),
        WizardStep.Decide => nameof(DataRoomText.StepDecide),
        _ => nameof(DataRoomText.StepDone),
    }];

    private string? ClassOf(WizardStep step) => step == Current ? "is-current" : step < Current ? "is-past" : null;

    private static string Mark(WizardStep step) => ((int)step + 1).ToString(CultureInfo.InvariantCulture);
}
