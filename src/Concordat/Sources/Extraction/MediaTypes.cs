namespace Concordat.Sources.Extraction;

/// <summary>The names of the formats that are told apart.</summary>
public static class MediaTypes
{
    public const string
        Pdf = "application/pdf",
        Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        Odt = "application/vnd.oasis.opendocument.text",
        Zip = "application/zip",
        Mail = "message/rfc822",
        Html = "text/html",
        Text = "text/plain",
        Rtf = "application/rtf",
        Ole = "application/x-ole-storage",
        Doc = "application/msword",
        Xls = "application/vnd.ms-excel",
        Ppt = "application/vnd.ms-powerpoint",
        Msg = "application/vnd.ms-outlook",
        Png = "image/png",
        Jpeg = "image/jpeg",
        Tiff = "image/tiff",
        Gif = "image/gif",
        Webp = "image/webp",
        Unknown = "application/octet-stream";

    /// <summary>What a person calls it: "a PowerPoint file".</summary>
    public static string Say(string mediaType) => mediaType switch
    {
        Pdf => "a PDF", Docx or Doc => "a Word file", Xlsx or Xls => "an Excel file", Pptx or Ppt => "a PowerPoint file",
        Odt => "an OpenDocument text", Zip => "an archive", Mail or Msg => "a mail", Html => "a web page", Text => "a text",
        Rtf => "a rich text file", Png or Jpeg or Tiff or Gif or Webp => "a picture", _ => "a file of unknown format",
    };
}
