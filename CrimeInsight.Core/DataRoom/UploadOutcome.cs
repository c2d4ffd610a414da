namespace CrimeInsight.Core.DataRoom;

/// <summary>What became of bytes that were sent, or asked to be sent.</summary>
/// <param name="Upload">As it stands now; null when there is none.</param>
public sealed record UploadOutcome(UploadRefusal Refusal, Upload? Upload)
{
    internal static UploadOutcome Refused(UploadRefusal refusal, Upload? upload = null) => new(refusal, upload);
}
