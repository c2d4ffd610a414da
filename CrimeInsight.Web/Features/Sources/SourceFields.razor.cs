using CrimeInsight.Core.Sources;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Sources;

/// <summary>Where a source is.</summary>
public sealed partial class SourceFields
{
    [Inject] public required IStringLocalizer<SourcesText> Text { get; init; }

    [Parameter, EditorRequired] public required SourceForm Form { get; set; }

    /// <summary>The server has a folder for sources.</summary>
    [Parameter] public bool HasFolders { get; set; }

    /// <summary>A password or token is stored.</summary>
    [Parameter] public bool HasSecret { get; set; }

    private IEnumerable<ChoiceOption> KindOptions =>
    [
        new(nameof(SourceKind.Folder), Text[nameof(SourcesText.KindFolder)]),
        new(nameof(SourceKind.Web), Text[nameof(SourcesText.KindWeb)]),
    ];

    private IEnumerable<ChoiceOption> SignInOptions =>
        Enum.GetValues<SourceSignIn>().Select(signIn => new ChoiceOption(signIn.ToString(), Text[SourceWords.SignInKey(signIn)]));

    private void ChooseKind(string kind) => Form.Kind = Enum.Parse<SourceKind>(kind);

    private void ChooseSignIn(string signIn) => Form.SignIn = Enum.Parse<SourceSignIn>(signIn);
}
