/// Tests of what the pages are made of.
@NullMarked
package org.broadsheet.query.web;

import org.jspecify.annotations.NullMarked;
