/// Whole folders: deleting, copying, comparing.
package org.broadsheet.stack.files;
