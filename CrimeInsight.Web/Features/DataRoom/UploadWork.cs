using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>An upload with all that was done with it, as its pages show it.</summary>
public sealed record UploadWork(Upload Upload, IReadOnlyList<UploadStep> Steps)
{
    public FileSketch? Sketch { get; } =
        Find(Steps, StepKind.Understand) is { State: StepState.Done } done ? StepReports.Read<FileSketch>(done.ReportJson) : null;

    /// <summary>What the check found.</summary>
    public ImportReport? Check { get; } = StepReports.ReadImport(Find(Steps, StepKind.Check));

    /// <summary>What became of the rows.</summary>
    public ImportReport? Import { get; } = StepReports.ReadImport(Find(Steps, StepKind.Import));

    /// <summary>Which part of the file is read; null: the only one.</summary>
    public DataFileChoice? Choice => this[StepKind.Understand]?.Request.Choice;

    public bool IsOpen => Steps.Any(step => step.IsOpen);

    /// <summary>So much was rejected that the file is most likely read wrongly.</summary>
    public bool IsDoubtful => Check is { } check && StopRules.AreTooMany(check.Rejected, check.Rows);

    /// <summary>Rows that would change the data.</summary>
    public long Effect => Check is { } check ? check.Accepted + check.Updated + check.Conflicts : 0;

    public UploadStep? this[StepKind kind] => Find(Steps, kind);

    /// <summary>Where the person stands.</summary>
    public WizardStep Current => this switch
    {
        { Upload.State: UploadState.Imported } => WizardStep.Done,
        _ when this[StepKind.Import] is { State: not StepState.Cancelled } => WizardStep.Done,
        _ when this[StepKind.Check] is not null => WizardStep.Check,
        { Sketch: not null, Upload.MappingJson: not null } => WizardStep.Map,
        _ => WizardStep.Understand,
    };

    /// <summary>A step can be looked at.</summary>
    public bool IsReachable(WizardStep step) => step switch
    {
        WizardStep.Understand => true,
        WizardStep.Map => Sketch is not null,
        WizardStep.Check => this[StepKind.Check] is not null,
        WizardStep.Decide => Check is not null && Upload.State == UploadState.Complete,
        _ => this[StepKind.Import] is not null,
    };

    private static UploadStep? Find(IReadOnlyList<UploadStep> steps, StepKind kind) => steps.FirstOrDefault(step => step.Kind == kind);
}
